import { issueToken } from "../src/token/access-token.ts";
import type { Graphs } from "./open-graphs.ts";
import type { Making, PermissionWorld, Planned } from "./permission-world.ts";

/** Somebody who is none of the roles has written to the organisation, and reported it and a group. */
export async function makeMessage(making: Making, { secrets }: Graphs): Promise<void> {
  const request = { person: making.id("another owner"), platform: [], expiresIn: "1h" };
  const input = { to: making.id("organisation"), subject: "Hello", text: "Hello" };
  await making.make(await issueToken(secrets, request), {
    message: { field: "sendMessage", input },
    claim: {
      field: "claimOrganisation",
      input: { organisation: making.id("twin"), evidence: "I run it" },
    },
    report: {
      field: "reportContent",
      input: { about: making.id("organisation"), reason: "SPAM" },
    },
    "report of group": {
      field: "reportContent",
      input: { about: making.id("group"), reason: "SPAM" },
    },
  });
}

/** One waits for the organisation; the other led to it, over the one that sits in all groups. */
export async function makeIntroductions(
  making: Making,
  { secrets }: Graphs,
  tokens: PermissionWorld["tokens"],
): Promise<void> {
  const { id } = making;
  const ask = (over: string, target: string): Planned => ({
    field: "requestIntroduction",
    input: {
      ...{ seeker: id("otherOrganisation"), over: id(over), target: id(target) },
      text: "Hello",
    },
  });
  const request = { person: id("another owner"), platform: [], expiresIn: "1h" };
  await making.make(tokens.otherOwner, {
    introduction: ask("organisation", "seated"),
    "accepted introduction": ask("seated", "organisation"),
  });
  const input = { introduction: id("accepted introduction"), answer: "ACCEPT" };
  const accepts: Planned = { field: "answerIntroduction", input };
  await making.make(await issueToken(secrets, request), { "passed on": accepts });
  await making.make(tokens.owner, { accepted: accepts });
}
