package dev.quartermaster.bot.workspace;

import dev.quartermaster.bot.workspace.delivery.EventSender;
import dev.quartermaster.bot.workspace.delivery.WorkspaceParts;
import dev.quartermaster.bot.workspace.page.PageRoutes;
import dev.quartermaster.bot.workspace.page.PersonRoutes;
import dev.quartermaster.bot.workspace.state.WorkspaceSettings;
import dev.quartermaster.bot.workspace.web.FileMethods;
import dev.quartermaster.bot.workspace.web.ResponseUrls;
import dev.quartermaster.bot.workspace.web.SlackAnswer;
import dev.quartermaster.bot.workspace.web.WebApi;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The workspace put together, and its routes. Routes rather than annotated controllers, so that no scan can open it by accident. */
final class Workspace implements AutoCloseable {
    private final WorkspaceParts parts;
    private final WebApi api;
    private final PersonRoutes person;
    private final PageRoutes page;
    private final FileMethods files;
    private final ResponseUrls responses;

    Workspace(WorkspaceSettings settings, InstantSource clock, List<Duration> retries) {
        this.parts = WorkspaceParts.of(settings, clock, retries);
        parts.restore();
        EventSender events = new EventSender(parts.payloads(), parts.deliveries());
        this.responses = new ResponseUrls(clock, parts.conversations());
        this.files = new FileMethods(settings.folder(), parts.conversations(), events);
        this.page = new PageRoutes(settings, parts);
        this.person = new PersonRoutes(parts, events, responses, settings.time());
        this.api = WebApi.of(settings.botToken(), clock, parts, events, files);
    }

    RouterFunction<ServerResponse> routes() {
        return RouterFunctions.route()
                .GET("/", page::index)
                .GET("/workspace/page/state", page::state)
                .GET("/workspace/page/messages", page::messages)
                .GET("/workspace/page/home", page::home)
                .GET("/workspace/page/live", page::live)
                .GET("/workspace/assets/{path}", page::asset)
                .GET("/workspace/files/{id}/{name}", this::file)
                .POST("/workspace/person/{action}", person::answer)
                .POST("/workspace/upload/{id}", this::upload)
                .POST("/workspace/hooks/{id}", this::hook)
                .GET("/workspace/api/{method}", api::answer)
                .POST("/workspace/api/{method}", api::answer)
                .build();
    }

    private ServerResponse file(ServerRequest request) throws IOException {
        return page.file(request, files.stored(request.pathVariable("id")));
    }

    private ServerResponse upload(ServerRequest request) throws IOException, ServletException {
        boolean multipart = request.headers()
                .contentType()
                .filter(MediaType.MULTIPART_FORM_DATA::isCompatibleWith)
                .isPresent();
        InputStream content = multipart
                ? request.multipartData().values().iterator().next().getFirst().getInputStream()
                : request.servletRequest().getInputStream();
        return files.put(request.pathVariable("id"), content)
                ? ServerResponse.ok().body("OK")
                : ServerResponse.notFound().build();
    }

    private ServerResponse hook(ServerRequest request) throws IOException {
        JsonNode said = parts.json().readTree(request.servletRequest().getInputStream());
        ObjectNode answer = said instanceof ObjectNode object
                ? responses.use(request.pathVariable("id"), object)
                : SlackAnswer.error("invalid_payload");
        boolean ok = answer.path("ok").asBoolean(false);
        return ServerResponse.status(ok ? 200 : 404)
                .contentType(MediaType.APPLICATION_JSON)
                .body(answer.toString());
    }

    void letPagesGo() {
        parts.live().closeAll();
    }

    @Override
    public void close() throws IOException {
        letPagesGo();
        parts.deliveries().close();
        parts.journal().close();
    }
}
