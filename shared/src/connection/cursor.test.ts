import fc from "fast-check";
import { decodeCursor, encodeCursor } from "./cursor.ts";

const values = fc.oneof(fc.string({ unit: "grapheme" }), fc.integer(), fc.boolean());

it("gives back the key that it was made of", () => {
  fc.assert(
    fc.property(fc.array(values, { minLength: 1, maxLength: 4 }), (key) => {
      const cursor = encodeCursor(key);
      expect(cursor).toMatch(/^[\w-]+$/);
      expect(decodeCursor(cursor, key.length)).toEqual(key);
    }),
  );
});

it("refuses whatever else comes", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(() => decodeCursor(text, 1)).toThrow("after is no cursor of this list");
    }),
  );
});
