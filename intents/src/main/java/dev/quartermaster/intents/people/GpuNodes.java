package dev.quartermaster.intents.people;

import java.util.List;
import java.util.Map;

/**
 * How a cluster's nodes say which GPUs they have.
 *
 * @param label of a node; NVIDIA's GPU Feature Discovery sets {@code nvidia.com/gpu.product}
 *     (<a href="https://github.com/NVIDIA/k8s-device-plugin/tree/main/docs/gpu-feature-discovery">source</a>)
 * @param products by kind as golden paths name it, the label's values for it
 */
public record GpuNodes(String label, Map<String, List<String>> products) {
    public static final GpuNodes STANDARD = new GpuNodes(
            "nvidia.com/gpu.product",
            Map.of(
                    "t4", List.of("Tesla-T4"),
                    "a100",
                            List.of(
                                    "NVIDIA-A100-SXM4-40GB",
                                    "NVIDIA-A100-SXM4-80GB",
                                    "NVIDIA-A100-PCIE-40GB",
                                    "NVIDIA-A100-80GB-PCIe"),
                    "h100", List.of("NVIDIA-H100-80GB-HBM3", "NVIDIA-H100-PCIe", "NVIDIA-H100-NVL")));

    public GpuNodes {
        products = Map.copyOf(products);
    }

    /** What the label says of this kind; of one that isn't listed, its own name. Never empty. */
    public List<String> products(String kind) {
        return products.getOrDefault(kind, List.of(kind));
    }
}
