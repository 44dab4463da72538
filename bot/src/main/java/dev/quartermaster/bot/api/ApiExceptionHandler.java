package dev.quartermaster.bot.api;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Errors that Spring raises by itself, answered as problem details too (RFC 9457), in words with the next step. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiExceptionHandler extends ResponseEntityExceptionHandler {
    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return handleExceptionInternal(
                unreadable,
                ProblemDetail.forStatusAndDetail(
                        status, "The body is not what is wanted here: send a JSON object such as {\"text\": \"…\"}."),
                headers,
                status,
                request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException nothing, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return handleExceptionInternal(
                nothing,
                ProblemDetail.forStatusAndDetail(
                        status, "There is nothing at this address. The README lists what there is."),
                headers,
                status,
                request);
    }

    /** A fault of ours behind the API: said without its inside, which is in the log. */
    @RestControllerAdvice(
            assignableTypes = {
                BillController.class,
                FocusController.class,
                ReadingController.class,
                StateController.class,
                StatementController.class
            })
    static class Ours {
        private static final Logger LOG = LoggerFactory.getLogger(Ours.class);

        @ExceptionHandler(RuntimeException.class)
        ResponseEntity<ProblemDetail> failed(RuntimeException fault) {
            LOG.error("A call of the API failed", fault);
            return ResponseEntity.internalServerError()
                    .body(
                            ProblemDetail.forStatusAndDetail(
                                    HttpStatus.INTERNAL_SERVER_ERROR,
                                    "That failed on our side. Try again; if it stays like this, tell the platform team when it happened."));
        }
    }
}
