/** Ids of what the earlier steps of a chain have made, by their names. */
export type Made = Readonly<Record<string, string>>;

export interface Step {
  /** Under which the later steps find what it made. */
  readonly name: string;
  readonly field: string;
  readonly table: string;
  readonly column: string;
  /** `mark` has to stand in the column. */
  readonly input: (mark: string, made: Made) => Readonly<Record<string, unknown>>;
}

/**
 * What one organisation's day brings, over all four services that keep something: each step needs
 * what the ones before it made, so that a write that vanished would be missed by the next.
 */
export const CHAIN: readonly Step[] = [
  {
    name: "organisation",
    field: "createOrganisation",
    table: "stakeholders.organisation",
    column: "name",
    input: (name) => ({ name, countries: ["GB"], objectives: [7], sectors: ["Housing"] }),
  },
  {
    name: "partner",
    field: "createOrganisation",
    table: "stakeholders.organisation",
    column: "name",
    input: (name) => ({ name, countries: ["KE"], identifiers: [{ scheme: "mark", value: name }] }),
  },
  {
    name: "person",
    field: "createPerson",
    table: "stakeholders.person",
    column: "name",
    input: (name) => ({ name }),
  },
  {
    name: "role",
    field: "addRole",
    table: "stakeholders.role",
    column: "title",
    input: (title, { organisation, person }) => ({ title, organisation, person }),
  },
  {
    name: "relationship",
    field: "proposeRelationship",
    table: "stakeholders.relationship",
    column: "known_from",
    input: (knownFrom, { organisation: source, partner: target }) => ({
      knownFrom,
      source,
      target,
      type: "PARTNER",
    }),
  },
  {
    name: "group",
    field: "createWorkingGroup",
    table: "working_groups.working_group",
    column: "name",
    input: (name) => ({ name, code: name.replaceAll(/\W/g, "-").slice(-20), state: "CHARTERED" }),
  },
  {
    name: "seat",
    field: "addSeat",
    table: "working_groups.seat",
    column: "on_behalf_of",
    input: (onBehalfOf, { group, organisation }) => ({ onBehalfOf, group, organisation }),
  },
  {
    name: "practice",
    field: "createPractice",
    table: "practices.practice",
    column: "title",
    input: (title, { organisation, partner }) => ({
      title,
      summary: "What works",
      objectives: [7],
      implementers: [organisation],
      partners: [partner],
    }),
  },
  {
    name: "meeting",
    field: "createMeeting",
    table: "meetings.meeting",
    column: "title",
    input: (title, { group }) => ({
      title,
      group,
      localStart: "2031-03-06T14:00:00",
      timeZone: "Europe/London",
      durationMinutes: 60,
    }),
  },
  {
    name: "agenda",
    field: "addAgendaItem",
    table: "meetings.agenda_item",
    column: "title",
    input: (title, { meeting, organisation: presenter }) => ({
      title,
      meeting,
      presenter,
      durationMinutes: 10,
    }),
  },
  {
    name: "update",
    field: "updateOrganisation",
    table: "stakeholders.organisation",
    column: "description",
    input: (description, { organisation: id }) => ({ description, id }),
  },
];
