import type { Transaction, Transactions } from "@convene/shared/database/transaction";
import { forbidden, invalid, notFound } from "@convene/shared/errors";
import { requiredText } from "@convene/shared/input";
import { newId } from "@convene/shared/type-id";
import type { Viewer } from "@convene/shared/viewer";
import { checkMinutes } from "../agenda-item/agenda-item.service.ts";
import { canConvene, canSeeConvened } from "../convener/convener.policy.ts";
import type { ConvenerService } from "../convener/convener.service.ts";
import { MeetingSeries } from "../meeting-series/meeting-series.entity.ts";
import type { Meeting } from "../meeting/meeting.entity.ts";
import { lockToEdit, lockToSee } from "../meeting/meeting.service.ts";
import { AgendaTemplate, TemplateItem } from "./agenda-template.entity.ts";
import type {
  ApplyAgendaTemplateInput,
  SetAgendaTemplateInput,
  TemplateItemInput,
} from "./agenda-template.inputs.ts";
import { addStandingItems } from "./standing-agenda.repository.ts";
import { AGENDA_LANGUAGES, type AgendaLanguage, STANDING_TITLES } from "./standing-title.value.ts";

export interface AgendaTemplateParts {
  readonly transactions: Transactions;
  readonly conveners: ConvenerService;
}

export class AgendaTemplateService {
  constructor(private readonly parts: AgendaTemplateParts) {}

  /** What was set before goes; agendas that are there stay as they are. */
  async set(viewer: Viewer, input: SetAgendaTemplateInput): Promise<AgendaTemplate> {
    const { conveners, transactions } = this.parts;
    const language = languageOf(input.language);
    await conveners.expect(input);
    return transactions.write((tx) =>
      tx.once({
        viewer,
        mutation: "setAgendaTemplate",
        input,
        first: async () => {
          const placeId = await this.place(tx, viewer, input);
          const known = await tx.manager.findOneBy(AgendaTemplate, { placeId });
          const template =
            known ?? tx.manager.create(AgendaTemplate, { id: newId("agt"), placeId });
          const items = itemsOf(input.items, language);
          Object.assign(template, { language, items, updatedAt: new Date() });
          return tx.manager.save(template);
        },
        again: (id) => tx.manager.findOneByOrFail(AgendaTemplate, { id }),
      }),
    );
  }

  /** A second time adds nothing. */
  apply(viewer: Viewer, input: ApplyAgendaTemplateInput): Promise<Meeting> {
    return this.parts.transactions.write((tx) =>
      tx.once({
        viewer,
        mutation: "applyAgendaTemplate",
        input,
        first: async () => {
          const meeting = await lockToEdit(tx, viewer, input.meeting);
          await addStandingItems(tx, meeting);
          return meeting;
        },
        again: (id) => lockToSee(tx, viewer, id),
      }),
    );
  }

  /** Its row is held: two who set the template at once follow each other. */
  private async place(tx: Transaction, viewer: Viewer, input: SetAgendaTemplateInput) {
    const { series: id } = input;
    if (!id) {
      const { groupId, networkId } = await this.parts.conveners.holdToConvene(tx, viewer, input);
      return groupId ?? networkId ?? "";
    }
    if (input.group || input.network) throw invalid("series", "Give one of the three");
    const series = await tx.lock(MeetingSeries, id);
    if (!series || !canSeeConvened(viewer, series)) throw notFound("MeetingSeries", id);
    if (!canConvene(viewer, series)) throw forbidden("Those who convene a series say what stands");
    return series.id;
  }
}

function languageOf(language: string): AgendaLanguage {
  if (AGENDA_LANGUAGES.includes(language)) return language as AgendaLanguage;
  throw invalid("language", `language is one of ${AGENDA_LANGUAGES.join(", ")}`);
}

function itemsOf(given: readonly TemplateItemInput[], language: AgendaLanguage): TemplateItem[] {
  if (new Set(given.map(({ standing }) => standing)).size < given.length) {
    throw invalid("items", "Each standing item comes once at the most");
  }
  return given.map(({ standing, title, durationMinutes }, index) =>
    Object.assign(new TemplateItem(), {
      standing,
      title: title
        ? requiredText(`items.${index}.title`, title)
        : STANDING_TITLES[language][standing],
      durationMinutes: checkMinutes(durationMinutes),
    }),
  );
}
