import { StartError } from "../postgres/start-error.ts";
import { run } from "./import.ts";

describe("npm run import", () => {
  it.each([
    ["nothing", []],
    ["no file", ["organisations"]],
    ["a kind that it does not know", ["people", "list.csv"]],
    ["two files", ["presence", "one.csv", "two.csv"]],
    ["an option that it does not know", ["presence", "one.csv", "--fast"]],
    ["a licence of no source", ["presence", "one.csv", "--license", "CC-BY-4.0"]],
    ["no day", ["presence", "one.csv", "--source", "3W", "--retrieved-on", "May"]],
  ])("says how it is called when it is given %s", async (_, args) => {
    const refused = run(args);
    await expect(refused).rejects.toThrow(StartError);
    await expect(refused).rejects.toThrow(
      "organisations|presence|relationships|activities|network|practices FILE",
    );
  });
});
