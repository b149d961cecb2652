package org.probatum.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A folder as MLflow leaves it behind without a server, and zips of such. */
public final class Mlruns {
    private static final String RUN = "mlruns/1/4f3c2a10aa5540b2b6f7c0d1e2f3a4b5/";

    private Mlruns() {}

    /** One run with everything MLflow keeps of it. */
    public static Map<String, byte[]> folder() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        put(files, "mlruns/0/meta.yaml", "experiment_id: '0'\nlifecycle_stage: active\nname: Default\n");
        put(files, "mlruns/1/meta.yaml", """
                artifact_location: file:///srv/mlruns/1
                creation_time: 1790000000000
                experiment_id: '1'
                lifecycle_stage: active
                name: scorecards
                """);
        put(files, RUN + "meta.yaml", """
                artifact_uri: file:///srv/mlruns/1/4f3c2a10aa5540b2b6f7c0d1e2f3a4b5/artifacts
                end_time: 1790000060000
                entry_point_name: ''
                experiment_id: '1'
                lifecycle_stage: active
                run_id: 4f3c2a10aa5540b2b6f7c0d1e2f3a4b5
                run_name: bold-fox
                run_uuid: 4f3c2a10aa5540b2b6f7c0d1e2f3a4b5
                source_name: ''
                source_type: 4
                source_version: ''
                start_time: 1790000000000
                status: 3
                tags: []
                user_id: ada
                """);
        put(files, RUN + "params/depth", "6");
        put(files, RUN + "params/opt/lr", "0.1");
        put(files, RUN + "tags/mlflow.user", "ada");
        put(files, RUN + "tags/mlflow.source.git.commit", "b7856fdd9f3485296f53c9600fcd90ceea5bb517");
        put(files, RUN + "metrics/auc", "1790000000000 0.7 0\n1790000000001 nan 1\n1790000000002 0.81 2\n");
        put(files, RUN + "artifacts/model/model.txt", "trees");
        put(files, RUN + "inputs/9f2c/meta.yaml", """
                destination_id: 4f3c2a10aa5540b2b6f7c0d1e2f3a4b5
                destination_type: RUN
                source_id: d41d8cd9
                source_type: DATASET
                tags:
                  mlflow.data.context: test
                """);
        put(files, "mlruns/1/datasets/d41d8cd9/meta.yaml", """
                digest: 5d2f1c0a
                name: applications-2026q1
                profile: '{"num_rows": 48211}'
                schema: '{"mlflow_colspec": []}'
                source: '{"uri": "https://data.example.org/applications.parquet"}'
                source_type: http
                """);
        return files;
    }

    public static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void put(Map<String, byte[]> files, String path, String content) {
        files.put(path, content.getBytes(StandardCharsets.UTF_8));
    }
}
