package dev.quartermaster.bot.api;

import org.springframework.boot.http.converter.autoconfigure.ServerHttpMessageConvertersCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;

/** The API speaks JSON. A library that reads XML for its own needs must not teach it another language. */
@Configuration(proxyBeanMethods = false)
class JsonOnlyConfiguration {
    @Bean
    ServerHttpMessageConvertersCustomizer jsonOnly() {
        return builder -> builder.configureMessageConvertersList(converters ->
                converters.removeIf(each -> each.getSupportedMediaTypes().contains(MediaType.APPLICATION_XML)));
    }
}
