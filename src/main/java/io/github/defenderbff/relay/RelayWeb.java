package io.github.defenderbff.relay;

import java.util.List;

import jakarta.validation.ValidatorFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.PathMatchConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Teaches the web layer payloads, bodies and OData; paths are case-insensitive as
 * Defender's are.
 */
@Configuration(proxyBeanMethods = false)
class RelayWeb implements WebMvcConfigurer {

	private final JsonMapper json;

	private final ValidatorFactory validators;

	private final UpstreamProperties properties;

	RelayWeb(JsonMapper json, ValidatorFactory validators, UpstreamProperties properties) {
		this.json = json;
		this.validators = validators;
		this.properties = properties;
	}

	@Override
	public void configurePathMatch(PathMatchConfigurer paths) {
		var parser = new PathPatternParser();
		parser.setCaseSensitive(false);
		paths.setPatternParser(parser);
	}

	@Override
	public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
		var maximumBody = Math.toIntExact(this.properties.maximumBody().toBytes());
		converters.addCustomConverter(new PayloadConverter());
		converters.addCustomConverter(new RowsConverter(this.json));
		converters.addCustomConverter(new BodyConverter(this.json, new BodyRules(this.validators), maximumBody));
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new ODataQueryResolver());
		resolvers.add(new UploadResolver(this.validators.getValidator()));
	}

	@Override
	public void addInterceptors(InterceptorRegistry interceptors) {
		interceptors.addInterceptor(new KnownParameters()).addPathPatterns("/api/**");
	}

}
