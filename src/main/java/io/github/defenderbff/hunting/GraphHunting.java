package io.github.defenderbff.hunting;

import io.github.defenderbff.relay.Detour;
import io.github.defenderbff.signin.MicrosoftGraph;
import io.github.defenderbff.signin.Resource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Hunting by way of Microsoft Graph, the successor of Defender's own operation. Source:
 * "security: runHuntingQuery" of Microsoft Graph.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "hunting.through", havingValue = "graph")
class GraphHunting {

	@Bean
	Resource threatHunting(MicrosoftGraph graph) {
		return graph.resource("ThreatHunting.Read.All");
	}

	@Bean
	Detour huntingByGraph(MicrosoftGraph graph, Resource threatHunting, JsonMapper json) {
		return new Detour(HuntingRules.RUN, graph.baseUrl(), "/security/runHuntingQuery", threatHunting,
				(answer) -> new GraphAnswer(answer, json));
	}

}
