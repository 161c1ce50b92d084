package io.github.defenderbff.defender;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/** Makes every declared interface of this package a client and a controller. */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "defender", basePackageClasses = DefenderConfiguration.class)
class DefenderConfiguration {

}
