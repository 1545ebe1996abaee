import type DataLoader from "dataloader";

/** Something that was recorded at a meeting, of an item or of none. */
export interface Recorded {
  readonly meetingId: string;
  readonly itemId: string | null;
  /** Where it is known of the item, it need not be loaded. */
  readonly chathamHouse?: boolean;
}

/** An agenda item, as what was recorded of itself. */
export const ofItem = (item: Pick<Recorded, "meetingId"> & Ruled & { id: string }): Recorded => ({
  meetingId: item.meetingId,
  itemId: item.id,
  chathamHouse: item.chathamHouse,
});

interface Ruled {
  readonly chathamHouse: boolean;
}

export interface RuleLoaders {
  readonly meeting: DataLoader<string, Ruled | null>;
  readonly agendaItem: DataLoader<string, Ruled | null>;
}

/**
 * Whether it was recorded under the Chatham House Rule, chosen for the meeting or for the item alone,
 * at whatever time: then nobody is told whom it is about. So it is, too, of a meeting that is hidden.
 */
export async function isUnderRule(
  { meetingId, itemId, chathamHouse }: Recorded,
  { meeting, agendaItem }: RuleLoaders,
): Promise<boolean> {
  const found = await meeting.load(meetingId);
  if (!found || found.chathamHouse) return true;
  if (chathamHouse !== undefined) return chathamHouse;
  return itemId !== null && ((await agendaItem.load(itemId))?.chathamHouse ?? true);
}

/** What it names, or null under the rule. */
export async function unlessRuled<T>(
  recorded: Recorded,
  loaders: RuleLoaders,
  name: () => Promise<T | null> | null,
): Promise<T | null> {
  return (await isUnderRule(recorded, loaders)) ? null : name();
}
