package dev.quartermaster.bot.git;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.time.Duration;

/** How long one request may take in all: who sends or reads a byte at a time is cut off, however patient the server is with each. */
record Deadline(long nanos) {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    static Deadline fromNow() {
        return new Deadline(System.nanoTime() + LONGEST.toNanos());
    }

    private void keep() throws IOException {
        if (System.nanoTime() - nanos > 0) {
            throw new IOException("A clone or push took longer than " + LONGEST.toMinutes() + " minutes");
        }
    }

    HttpServletRequest on(HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public ServletInputStream getInputStream() throws IOException {
                return new Input(super.getInputStream(), Deadline.this);
            }
        };
    }

    HttpServletResponse on(HttpServletResponse response) {
        return new HttpServletResponseWrapper(response) {
            @Override
            public ServletOutputStream getOutputStream() throws IOException {
                return new Output(super.getOutputStream(), Deadline.this);
            }
        };
    }

    private static final class Input extends ServletInputStream {
        private final ServletInputStream from;
        private final Deadline deadline;

        private Input(ServletInputStream from, Deadline deadline) {
            this.from = from;
            this.deadline = deadline;
        }

        @Override
        public int read() throws IOException {
            deadline.keep();
            return from.read();
        }

        @Override
        public int read(byte[] into, int at, int most) throws IOException {
            deadline.keep();
            return from.read(into, at, most);
        }

        @Override
        public boolean isFinished() {
            return from.isFinished();
        }

        @Override
        public boolean isReady() {
            return from.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            from.setReadListener(listener);
        }
    }

    private static final class Output extends ServletOutputStream {
        private final ServletOutputStream to;
        private final Deadline deadline;

        private Output(ServletOutputStream to, Deadline deadline) {
            this.to = to;
            this.deadline = deadline;
        }

        @Override
        public void write(int each) throws IOException {
            deadline.keep();
            to.write(each);
        }

        @Override
        public void write(byte[] bytes, int at, int length) throws IOException {
            deadline.keep();
            to.write(bytes, at, length);
        }

        @Override
        public void flush() throws IOException {
            to.flush();
        }

        @Override
        public void close() throws IOException {
            to.close();
        }

        @Override
        public boolean isReady() {
            return to.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            to.setWriteListener(listener);
        }
    }
}
