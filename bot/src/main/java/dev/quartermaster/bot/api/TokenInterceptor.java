package dev.quartermaster.bot.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Checks the API token and the caller's rate before anything of the body is read. */
@Configuration(proxyBeanMethods = false)
class TokenInterceptor implements WebMvcConfigurer {
    private final ApiCallers callers;
    private final ApiRateLimit pace;

    TokenInterceptor(ApiCallers callers, ApiRateLimit pace) {
        this.callers = callers;
        this.pace = pace;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Token(callers, pace)).addPathPatterns("/api/**");
    }

    private record Token(ApiCallers callers, ApiRateLimit pace) implements HandlerInterceptor {
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            pace.keep(callers.caller(request.getHeader("Authorization")));
            return true;
        }
    }
}
