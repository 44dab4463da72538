package dev.quartermaster.bot.bucket;

import dev.quartermaster.intents.plan.LeaseId;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The same for every lease, whether there is one or not: whoever reads it has shown nothing yet. */
@RestController
class BucketPage {
    private static final String PAGE = """
            This is the address of the bucket of %s. A browser can't open it; any S3 client can.

            Press "Show credentials" for the bucket, on its card in Slack. That shows the endpoint, the bucket's name, and keys
            that work as long as the bucket is yours. Then, with Amazon's command line (aws configure takes the two keys):

                aws --endpoint-url ENDPOINT s3 ls s3://NAME/
                aws --endpoint-url ENDPOINT s3 cp FILE s3://NAME/

            or in Python, with s3fs:

                pandas.read_csv("s3://NAME/FILE", storage_options={"key": ACCESS_KEY, "secret": SECRET_KEY,
                    "client_kwargs": {"endpoint_url": ENDPOINT}})
            """;

    @GetMapping("/bucket/{lease:" + LeaseId.PATTERN + "}")
    ResponseEntity<String> page(@PathVariable String lease) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .header("X-Content-Type-Options", "nosniff")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .body(PAGE.formatted(lease));
    }
}
