package io.github.defenderbff.views;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Teaches the web layer pages. */
@Configuration(proxyBeanMethods = false)
class ViewsWeb implements WebMvcConfigurer {

	@Override
	public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
		converters.addCustomConverter(new PageConverter());
	}

}
