package dev.quartermaster.bot.workspace;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/**
 * Puts {@link LoopbackFilter} before everything that is served beside a local workspace, on whatever port: metrics with a
 * port of their own are served by a context of their own, which knows nothing of the filters of this one.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@ConditionalOnProperty("quartermaster.workspace.enabled")
class LoopbackFilterConfiguration {
    @Bean
    FilterRegistrationBean<LoopbackFilter> loopbackOnly() {
        FilterRegistrationBean<LoopbackFilter> registration = new FilterRegistrationBean<>(new LoopbackFilter());
        registration.addUrlPatterns("/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
