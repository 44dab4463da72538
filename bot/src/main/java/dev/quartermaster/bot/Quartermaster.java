package dev.quartermaster.bot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Quartermaster {
    public static void main(String[] args) {
        SpringApplication.run(Quartermaster.class, args);
    }
}
