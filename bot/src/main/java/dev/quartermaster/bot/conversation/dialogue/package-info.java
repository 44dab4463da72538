/**
 * What every answer in a conversation needs: who asks and where they are answered ({@code IncomingMessage}), what they said
 * before ({@code ReadingMemory}), which lease or request they mean ({@code TargetResolver}), questions with buttons ({@code
 * QuestionCards}), several requests in one message ({@code RequestLines}), and filing a request ({@code RequestFiling}). Knows {@code announce}, {@code card} and {@code slack},
 * and no other room of the conversation.
 */
@NullMarked
package dev.quartermaster.bot.conversation.dialogue;

import org.jspecify.annotations.NullMarked;
