package dev.quartermaster.actions.provider.bucket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What a session may, in the language of IAM policies: a part of what its role may, never more. */
final class SessionPolicy {
    private SessionPolicy() {}

    static String of(String bucket, String prefix, boolean writes, Instant end) {
        Map<String, Object> until = Map.of("DateLessThan", Map.of("aws:CurrentTime", end.toString()));
        List<String> objects = new ArrayList<>(List.of("s3:GetObject"));
        if (writes) {
            objects.addAll(List.of(
                    "s3:PutObject", "s3:DeleteObject", "s3:AbortMultipartUpload", "s3:ListMultipartUploadParts"));
        }
        Map<String, Object> inIt = Map.of(
                "Effect",
                "Allow",
                "Action",
                objects,
                "Resource",
                "arn:aws:s3:::" + bucket + "/" + prefix + "*",
                "Condition",
                until);
        Map<String, Object> listing = Map.of(
                "Effect",
                "Allow",
                "Action",
                List.of("s3:ListBucket"),
                "Resource",
                "arn:aws:s3:::" + bucket,
                "Condition",
                Map.of(
                        "DateLessThan", until.get("DateLessThan"),
                        "StringLike", Map.of("s3:prefix", prefix + "*")));
        return JsonMapper.shared()
                .writeValueAsString(Map.of("Version", "2012-10-17", "Statement", List.of(inIt, listing)));
    }
}
