const MOST_OCTETS = 75;

/**
 * Lines of at most 75 octets, by which long ones go on behind a space, inside no character (RFC
 * 5545, 3.1). The library that writes the lines would encode each character by itself for it, which
 * takes several times as long as all else of a calendar.
 */
export const foldLines = (text: string): string =>
  text
    .split("\r\n")
    .map((line) => (Buffer.byteLength(line) > MOST_OCTETS ? folded(line) : line))
    .join("\r\n");

function folded(line: string): string {
  let text = "";
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > MOST_OCTETS) {
      text += "\r\n ";
      octets = 1;
    }
    text += character;
    octets += size;
  }
  return text;
}
