package dev.quartermaster.actions;

import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.context.annotation.Configuration;

/** Shows Spring Data where this module's rows and repositories are, whichever package the application's main is in. */
@Configuration(proxyBeanMethods = false)
@AutoConfigurationPackage
class Rooms {}
