/**
 * Something that the person who started Convene can put right. The message is one whole sentence
 * that says what is wrong and what to do; the command line shows it alone, without a stack.
 */
export class StartError extends Error {
  override readonly name = "StartError";
}
