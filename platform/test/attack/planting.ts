import { newId } from "@convene/shared/type-id";
import { type Answer, type Change, change } from "../ask.ts";

export interface Ground {
  readonly url: string;
  /** An administrator's token. */
  readonly root: string;
  /** Who may see it: nobody else at all, or the members of a network that is none of the attackers'. */
  readonly audience: "NOBODY" | "NETWORK";
}

/** What was planted so far, by what it is, and the words in it. */
export class Planting {
  readonly canaries: string[] = [];
  readonly ids: string[] = [];
  private readonly named = new Map<string, string>();
  private readonly run = newId("run").slice("run_".length + 10);

  constructor(readonly ground: Ground) {}

  get audience() {
    return { audience: this.ground.audience };
  }

  /** A word that stands nowhere else. */
  canary(what: string): string {
    const word = `Canary${what}${this.run}`;
    this.canaries.push(word);
    return word;
  }

  id(what: string): string {
    const id = this.named.get(what);
    if (id === undefined) throw new Error(`The tenant has no ${what}`);
    return id;
  }

  async make(what: string, field: string, input: object): Promise<void> {
    const data = await this.change({ field, input });
    this.note(what, data.id);
  }

  /** By its own people: what an administrator, who is no person, does not do. */
  async makeAs(token: string, what: string, asked: Change): Promise<void> {
    const data = await this.change({ ...asked, token });
    this.note(what, data.id ?? data.calendarFeed.id);
  }

  /** What everybody may find: its id is none of those that are tried. */
  async show(what: string, field: string, input: object): Promise<void> {
    const data = await this.change({ field, input });
    this.named.set(what, data.id);
  }

  note(what: string, id: string): void {
    this.named.set(what, id);
    this.ids.push(id);
  }

  async invite(csv: string): Promise<void> {
    const data = await this.change({
      field: "inviteOrganisations",
      input: { network: this.id("network"), csv },
      selection: "invitations { id }",
    });
    this.note("invitation", data.invitations[0].id);
  }

  /** By an administrator, unless somebody else's token is given. */
  change(asked: Change): Promise<Answer["data"]> {
    const { url, root: token } = this.ground;
    return change(url, { token, ...asked });
  }
}
