import type { SignedIn } from "@convene/shared/auth-door";
import { Sessions } from "../../src/viewer/session.ts";
import { heardNews } from "./news.ts";

const ada: SignedIn = { id: "acc_ada", person: null, platform: [] };
const COOKIE = "theme=dark; convene.session_token=one.two";

/** A service of accounts that answers when it is told to. */
function buildDoor() {
  const asked: string[] = [];
  const waiting: ((answer: SignedIn | null) => void)[] = [];
  return {
    asked,
    answer: () => Promise.reject(new Error("nobody asks for pages here")),
    session: (cookie: string) => {
      asked.push(cookie);
      return new Promise<SignedIn | null>((resolve) => waiting.push(resolve));
    },
    say: (answer: SignedIn | null) => waiting.shift()?.(answer),
  };
}

describe("whom a cookie speaks for", () => {
  it("is asked once for many requests, of the one cookie that counts", async () => {
    const door = buildDoor();
    const sessions = new Sessions(door, heardNews());
    const all = Promise.all([sessions.resolve(COOKIE), sessions.resolve(COOKIE)]);
    door.say(ada);
    expect(await all).toEqual([ada, ada]);
    expect(await sessions.resolve(COOKIE)).toEqual(ada);
    expect(door.asked).toEqual(["convene.session_token=one.two"]);
    expect(await sessions.resolve("theme=dark")).toBeNull();
    expect(await sessions.resolve(`convene.session_token=${"x".repeat(2_000)}`)).toBeNull();
    expect(door.asked).toHaveLength(1);
  });

  it("is asked anew once the account has signed out, also where the question was under way", async () => {
    const door = buildDoor();
    const sessions = new Sessions(door, heardNews());
    const first = sessions.resolve(COOKIE);
    sessions.forget(ada.id);
    door.say(ada);
    await first;
    const second = sessions.resolve(COOKIE);
    door.say(ada);
    expect(await second).toEqual(ada);
    sessions.forget("acc_other");
    expect(await sessions.resolve(COOKIE)).toEqual(ada);
    sessions.forget(ada.id);
    const third = sessions.resolve(COOKIE);
    door.say(null);
    expect(await third).toBeNull();
    expect(door.asked).toHaveLength(3);
  });

  it("is asked anew after a failure", async () => {
    const failing = { ...buildDoor(), session: () => Promise.reject(new Error("down")) };
    const sessions = new Sessions(failing, heardNews());
    await expect(sessions.resolve(COOKIE)).rejects.toThrow("down");
    await expect(sessions.resolve(COOKIE)).rejects.toThrow("down");
  });
});
