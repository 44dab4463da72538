package dev.quartermaster.actions.chart;

import java.util.List;
import java.util.stream.Stream;

/** Sets of values that between them turn each part of the chart on and off. */
public final class ChartValues {
    public static final String TRIED_OUT = """
            workspace: true
            rbac: {scope: cluster}
            """;

    static final String SMALL = """
            url: https://quartermaster.example.com
            slack: {secret: slack}
            teams: [{id: growth, namespace: team-growth}]
            networkPolicy: {enabled: false}
            logs: text
            """;

    public static final String LARGE = """
            image: {repository: r.example.com/q, digest: sha256:%s, pullSecrets: [registry]}
            replicas: 3
            url: https://quartermaster.example.com/
            slack: {secret: slack}
            database: {secret: database}
            moreSecrets: [warehouse, buckets]
            environment: {QUARTERMASTER_MODEL_DAILY: 100, QUARTERMASTER_STATEMENTS_DAYS: "3"}
            config: {from: git, git: {repository: "https://git.example.com/platform/organisation.git", path: config, secret: git}}
            home: {accessMode: ReadWriteMany, storageClass: shared, size: 100Gi}
            nodeSelector: {pool: platform}
            tolerations: [{key: platform, operator: Exists, effect: NoSchedule}]
            affinity: {podAntiAffinity: {}}
            ingress: {enabled: true, className: nginx, tlsSecret: certificate, annotations: {example.com/a: "1"}}
            networkPolicy:
              from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: ingress}}}]
              metricsFrom: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: monitoring}}}]
            rbac: {more: [{apiGroups: [example.com], resources: [boards], verbs: [get, create]}]}
            monitoring: {serviceMonitor: true, labels: {release: prometheus}}
            teamDefaults: {labels: {kueue-managed: "true"}}
            teams:
              - {id: growth, namespace: team-growth}
              - id: risk
                namespace: team-risk
                podSecurity: baseline
                quota: {pods: 10}
                queue: {a100: {cpu: 8, memory: 64Gi, nvidia.com/gpu: 1}}
            kueue:
              enabled: true
              flavors:
                - name: plain
                  quota: {cpu: 100, memory: 400Gi, nvidia.com/gpu: 0}
                - name: a100
                  nodeLabels: {nvidia.com/gpu.product: NVIDIA-A100-SXM4-80GB}
                  tolerations: [{key: nvidia.com/gpu, operator: Exists, effect: NoSchedule}]
                  quota: {cpu: 64, memory: 512Gi, nvidia.com/gpu: 8}
            """.formatted("0123456789abcdef".repeat(4));

    private ChartValues() {}

    public static Stream<String> all() {
        return List.of(TRIED_OUT, SMALL, LARGE).stream();
    }
}
