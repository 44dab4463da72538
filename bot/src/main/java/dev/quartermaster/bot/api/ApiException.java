package dev.quartermaster.bot.api;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** An error answered as a problem detail (RFC 9457), in words with the next step. */
final class ApiException extends ErrorResponseException {
    private static final long serialVersionUID = 1;

    ApiException(HttpStatus status, String words) {
        super(status);
        setDetail(words);
        if (status == HttpStatus.UNAUTHORIZED) {
            getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
    }
}
