import { registerEnumType } from "type-graphql";

export enum FoundType {
  ORGANISATION = "ORGANISATION",
  PRACTICE = "PRACTICE",
  WORKING_GROUP = "WORKING_GROUP",
  MEETING = "MEETING",
  MEETING_SERIES = "MEETING_SERIES",
}

registerEnumType(FoundType, {
  name: "FoundType",
  description: "What kinds of thing one search finds.",
  valuesConfig: {
    ORGANISATION: { description: "An organisation." },
    PRACTICE: { description: "A published practice." },
    WORKING_GROUP: { description: "A working group." },
    MEETING: { description: "A single meeting, or one of a series." },
    MEETING_SERIES: { description: "Meetings that repeat." },
  },
});

export enum SearchSort {
  RELEVANCE = "RELEVANCE",
  NAME = "NAME",
  LATEST = "LATEST",
  EARLIEST = "EARLIEST",
}

registerEnumType(SearchSort, {
  name: "SearchSort",
  description: "In which order found things come. Ties are broken by name, then by id.",
  valuesConfig: {
    RELEVANCE: {
      description:
        "An acronym, code or identifier that is the text itself, then names that are it or begin with it, then by likeness. Without a text: by name.",
    },
    NAME: { description: "By name or title, case and accents folded." },
    LATEST: { description: "By `date`, the latest first; those without one last." },
    EARLIEST: { description: "By `date`, the earliest first; those without one last." },
  },
});
