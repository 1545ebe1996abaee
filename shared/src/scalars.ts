import { GraphQLError, GraphQLScalarType } from "graphql";
import {
  GraphQLCountryCode,
  GraphQLDateTimeISO,
  GraphQLLocalDate,
  GraphQLLocalDateTime,
  GraphQLLocale,
  GraphQLTimeZone,
} from "graphql-scalars";

function named(scalar: GraphQLScalarType, name: string, description: string): GraphQLScalarType {
  return new GraphQLScalarType({
    ...scalar.toConfig(),
    ...{ name, description, extensions: {} },
    parseLiteral: (node, variables) => {
      try {
        return scalar.parseLiteral(node, variables);
      } catch (error) {
        // Where it stands: by this its field is known.
        const message = error instanceof Error ? error.message : `${name} cannot be read`;
        throw new GraphQLError(message, { nodes: node });
      }
    },
  });
}

/** What comes in is read once more; what goes out stays as it is. */
function reading(scalar: GraphQLScalarType, read: (text: string) => string): GraphQLScalarType {
  return new GraphQLScalarType({
    ...scalar.toConfig(),
    parseValue: (value) => read(String(scalar.parseValue(value))),
    parseLiteral: (node, variables) => read(String(scalar.parseLiteral(node, variables))),
  });
}

/** The library makes a calendar of its own for each value that goes out: here for each zone once. */
function writingKnown(scalar: GraphQLScalarType): GraphQLScalarType {
  const known = new Set<unknown>();
  return new GraphQLScalarType({
    ...scalar.toConfig(),
    serialize: (value) => {
      if (known.has(value)) return value;
      const written: unknown = scalar.serialize(value);
      known.add(written);
      return written;
    },
  });
}

/** The library lets an offset pass, which no clock on a wall shows. */
function withoutOffset(text: string): string {
  if (/^[\d-]+T[\d:.]+$/.test(text)) return text;
  throw new GraphQLError(`LocalDateTime has no offset: ${text}`);
}

/** The library knows a year 0, the calendar and Postgres do not. */
function inTheCalendar(text: string): string {
  if (!text.startsWith("0000")) return text;
  throw new GraphQLError(`Date has no year 0: ${text}`);
}

export const DateTimeScalar = named(
  GraphQLDateTimeISO,
  "DateTime",
  "An instant in UTC, RFC 3339, such as `2027-01-14T14:00:00.000Z`.",
);

export const DateScalar = named(
  reading(GraphQLLocalDate, inTheCalendar),
  "Date",
  "A date in the calendar, with no time and no zone, ISO 8601: `2027-01-14`.",
);

export const LocalDateTimeScalar = named(
  reading(GraphQLLocalDateTime, withoutOffset),
  "LocalDateTime",
  "What a clock on the wall shows, with no zone, ISO 8601: `2027-01-14T14:00:00`.",
);

export const TimeZoneScalar = named(
  writingKnown(GraphQLTimeZone),
  "TimeZone",
  "A time zone of the IANA database, such as `Europe/London`.",
);

export const CountryCodeScalar = named(
  reading(GraphQLCountryCode, (code) => code.toUpperCase()),
  "CountryCode",
  "A country, ISO 3166-1 alpha-2, such as `GB`.",
);

export const LanguageTagScalar = named(
  GraphQLLocale,
  "LanguageTag",
  "A language, BCP 47, such as `ar` or `pt-BR`.",
);
