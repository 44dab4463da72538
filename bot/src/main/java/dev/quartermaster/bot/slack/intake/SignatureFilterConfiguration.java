package dev.quartermaster.bot.slack.intake;

import dev.quartermaster.bot.slack.SlackSettings;
import java.time.InstantSource;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/**
 * Registers the signature filter on Slack's address, ahead of every other filter, because none may read a body first.
 */
@Configuration(proxyBeanMethods = false)
class SignatureFilterConfiguration {
    @Bean
    FilterRegistrationBean<SignatureFilter> slackSignature(SlackSettings settings, InstantSource clock) {
        SignatureFilter filter = new SignatureFilter(new Signature(settings.signing(), clock), new BodyBuffers());
        FilterRegistrationBean<SignatureFilter> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/slack/events", "/slack/events/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
