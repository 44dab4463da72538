package dev.quartermaster.actions.provider.airflow;

import dev.quartermaster.actions.CannotStart;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The organisation's Airflow, and this program's own account there: name and password, or a bearer token.
 *
 * @param url without a slash at its end; empty: there is none
 * @param pause between two looks at a run
 */
@Component
record AirflowSettings(String url, String username, String password, String token, Duration pause) {
    private static final String ALL = "QUARTERMASTER_AIRFLOW_";

    /** @throws CannotStart when some are set and others missing, or the address is none */
    AirflowSettings(
            @Value("${quartermaster.airflow.url:}") String url,
            @Value("${quartermaster.airflow.username:}") String username,
            @Value("${quartermaster.airflow.password:}") String password,
            @Value("${quartermaster.airflow.token:}") String token,
            @Value("${quartermaster.airflow.pause:10s}") Duration pause) {
        this.url = url.strip().replaceFirst("/+$", "");
        this.username = username.strip();
        this.password = password;
        this.token = token.strip();
        this.pause = pause;
        whole();
    }

    boolean configured() {
        return !url.isEmpty();
    }

    private void whole() {
        List<String> missing = new ArrayList<>();
        if (url.isEmpty() && !(username + password + token).isEmpty()) {
            missing.add("URL");
        }
        if (!url.isEmpty() && token.isEmpty()) {
            if (username.isEmpty()) missing.add("USERNAME");
            if (password.isEmpty()) missing.add("PASSWORD");
        }
        if (!missing.isEmpty()) {
            throw new CannotStart(
                    "Airflow is half configured: " + ALL + String.join(", " + ALL, missing) + " missing. Set " + ALL
                            + "URL with _USERNAME and _PASSWORD, or with _TOKEN, or unset all of them.");
        }
        if (!token.isEmpty() && !(username + password).isEmpty()) {
            throw new CannotStart("Airflow has two accounts: " + ALL + "TOKEN and _USERNAME or _PASSWORD are set. Unset"
                    + " one of them.");
        }
        if (!url.isEmpty() && !address(url)) {
            throw new CannotStart(
                    ALL + "URL is no address such as https://airflow.example.com. Set it to one that begins"
                            + " with https:// and has a host, no user and no query.");
        }
    }

    private static boolean address(String url) {
        try {
            URI parsed = URI.create(url);
            return url.matches("https?://.*")
                    && parsed.getHost() != null
                    && parsed.getUserInfo() == null
                    && parsed.getQuery() == null
                    && parsed.getFragment() == null;
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    /** No secret is ever printed. */
    @Override
    public String toString() {
        return "AirflowSettings[" + url + "]";
    }
}
