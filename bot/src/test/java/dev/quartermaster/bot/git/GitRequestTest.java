package dev.quartermaster.bot.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class GitRequestTest {
    private static final String REPOSITORY = "lease-aaaaaaaaaa/uplift-models.git";

    @Test
    void theRequestsOfTheSmartProtocolAreReadWithThePassword() {
        assertThat(GitRequest.of(request("GET", "/git/" + REPOSITORY + "/info/refs?service=git-upload-pack")))
                .contains(new GitRequest(REPOSITORY, GitRequest.Kind.READ, "a:b"));
        assertThat(GitRequest.of(request("POST", "/git/" + REPOSITORY + "/git-upload-pack")))
                .contains(new GitRequest(REPOSITORY, GitRequest.Kind.READ, "a:b"));
        assertThat(GitRequest.of(request("GET", "/git/" + REPOSITORY + "/info/refs?service=git-receive-pack")))
                .contains(new GitRequest(REPOSITORY, GitRequest.Kind.WRITE, "a:b"));
        assertThat(GitRequest.of(request("POST", "/git/" + REPOSITORY + "/git-receive-pack")))
                .contains(new GitRequest(REPOSITORY, GitRequest.Kind.WRITE, "a:b"));
        assertThat(GitRequest.of(request("GET", "/git/" + REPOSITORY)))
                .contains(new GitRequest(REPOSITORY, GitRequest.Kind.PAGE, "a:b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /git/lease-aaaaaaaaaa/uplift-models.git/info/refs",
                "GET /git/lease-aaaaaaaaaa/uplift-models.git/info/refs?service=git-upload-archive",
                "GET /git/lease-aaaaaaaaaa/uplift-models.git/info/refs?service=git-upload-pack&service=git-receive-pack",
                "GET /git/lease-aaaaaaaaaa/uplift-models.git/HEAD",
                "GET /git/lease-aaaaaaaaaa/uplift-models.git/objects/info/packs",
                "GET /git/lease-aaaaaaaaaa/uplift-models.git/git-upload-pack",
                "PUT /git/lease-aaaaaaaaaa/uplift-models.git/git-receive-pack",
                "POST /git/lease-aaaaaaaaaa/uplift-models.git/git-upload-archive",
                "POST /git/lease-aaaaaaaaaa/../uplift-models.git/git-upload-pack",
                "POST /git/lease-aaaaaaaaaa/%2e%2e/uplift-models.git/git-upload-pack",
                "POST /git/lease-aaaaaaaaaa//uplift-models.git/git-upload-pack",
                "POST /git/lease-aaaaaaaaaa;x=1/uplift-models.git/git-upload-pack",
                "POST /git/lease-aaaaaaaaaa/uplift-models.git/git-upload-pack/",
                "POST /git/uplift-models.git/git-upload-pack",
                "POST /git/ended/lease-aaaaaaaaaa/uplift-models.git/git-upload-pack"
            })
    void everythingElseIsNone(String sent) {
        String[] parts = sent.split(" ");

        assertThat(GitRequest.of(request(parts[0], parts[1]))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer abc", "Basic", "Basic ***", ""})
    void whatIsNotBasicHasNoPassword(String authorization) {
        MockHttpServletRequest request = request("GET", "/git/" + REPOSITORY);
        request.removeHeader("Authorization");
        request.addHeader("Authorization", authorization);

        assertThat(GitRequest.of(request)).map(GitRequest::password).contains("");
    }

    private static MockHttpServletRequest request(String method, String uri) {
        String[] parts = uri.split("\\?");
        MockHttpServletRequest request = new MockHttpServletRequest(method, parts[0]);
        request.setQueryString(parts.length > 1 ? parts[1] : null);
        String both = Base64.getEncoder().encodeToString("ana:a:b".getBytes(StandardCharsets.UTF_8));
        request.addHeader("Authorization", "Basic " + both);
        return request;
    }
}
