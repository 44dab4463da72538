package dev.quartermaster.bot.workspace;

import dev.quartermaster.bot.workspace.delivery.Deliveries;
import dev.quartermaster.bot.workspace.state.WorkspaceSettings;
import java.time.InstantSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Serves the local workspace when {@code quartermaster.workspace.enabled} is true and a {@link WorkspaceSettings} is given. Whoever sets the
 * property binds the server to loopback too; whoever is not on this machine is refused in any case.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("quartermaster.workspace.enabled")
@Import(LoopbackFilterConfiguration.class)
public class LocalWorkspace {
    @Bean(destroyMethod = "close")
    Workspace workspace(WorkspaceSettings settings) {
        return new Workspace(settings, InstantSource.system(), Deliveries.RETRIES);
    }

    /** Open pages would hold up a graceful shutdown for its whole grace period. */
    @Bean
    ApplicationListener<ContextClosedEvent> workspacePagesLetGo(Workspace workspace) {
        return closed -> workspace.letPagesGo();
    }

    @Bean
    RouterFunction<ServerResponse> workspaceRoutes(Workspace workspace) {
        return workspace.routes();
    }
}
