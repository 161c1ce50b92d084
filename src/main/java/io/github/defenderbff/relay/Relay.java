package io.github.defenderbff.relay;

import java.time.Clock;

import io.github.defenderbff.audit.Audit;
import io.github.defenderbff.policy.Devices;
import io.github.defenderbff.policy.Policy;
import io.github.defenderbff.quota.Quota;
import io.github.defenderbff.responsecache.ResponseCache;
import io.micrometer.core.instrument.MeterRegistry;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;

/** Assembles the path of a call, and puts it behind every declared interface. */
@Configuration(proxyBeanMethods = false)
class Relay {

	/**
	 * The stages in the order a call meets them. The caller must be authorized before the
	 * cache is asked, or a hit would tell what a grant no longer covers; what the cache
	 * or another caller answers, or what has no token to be sent with, costs no quota; a
	 * change is written down before anything can come of it, and so is what stopped it.
	 * What is tried again takes quota again; what the guard holds back was not sent.
	 */
	@Bean
	Stage path(Policy policy, ObjectProvider<Devices> devices, ResponseCache cache, Partitions partitions, Quota quota,
			Audit audit, Send send, NextLinks links, ObjectProvider<DownloadLinks> downloads, JsonMapper json,
			Clock clock, UpstreamProperties properties, CallProperties calls, Protection protection,
			CacheResults results, MeterRegistry meters) {
		Stage path = new Translate(send, links, downloads, json, clock, properties);
		path = new Timed(meters, path);
		path = new Outdate(cache, path);
		path = new Guard(protection, calls, path);
		path = new Meter(quota, path);
		path = new Again(protection, calls, properties, clock, path);
		path = new WithToken(path);
		path = new Audited(audit, path);
		path = new Keep(cache, path);
		path = new Coalesce(cache, path);
		path = new FromCache(cache, partitions, new Refresh(path), results, clock, path);
		return new Authorize(policy, devices, audit, path);
	}

	@Bean
	RestClientHttpServiceGroupConfigurer declaredInterfaces(Operations operations, ObjectProvider<Stage> path) {
		return (groups) -> groups
			.forEachProxyFactory((_, factory) -> factory.exchangeAdapterDecorator((_) -> new CallAdapter(path))
				.customArgumentResolver(
						(argument, _, _) -> argument instanceof ODataQuery || argument instanceof Upload)
				.httpRequestValuesProcessor(new CallReader(operations)));
	}

}
