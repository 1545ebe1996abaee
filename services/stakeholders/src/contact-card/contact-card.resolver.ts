import { Personal } from "@convene/shared/audit/personal";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { Organisation } from "../organisation/organisation.entity.ts";
import { Person, unlessPublic } from "../person/person.entity.ts";
import type { ContactCardService } from "./contact-card.service.ts";
import { organisationLinkedData, personLinkedData } from "./linked-data.value.ts";
import { organisationPopolo, personPopolo } from "./popolo.value.ts";
import { organisationVCard, personVCard } from "./vcard.value.ts";

const TELLS = "It tells what the viewer sees of it in the graph, and never an address of mail.";
const TELLS_OF_THEM =
  "It tells what the viewer sees of them in the graph, with the roles that they hold today (the latest 100), and never an address of mail.";

@Resolver(() => Organisation)
export class OrganisationCardResolver {
  constructor(private readonly cards: ContactCardService) {}

  @FieldResolver(() => String, {
    description: `The organisation as a vCard 4.0 (RFC 6350), for address books. ${TELLS}`,
  })
  vCard(@Root() organisation: Organisation, @Ctx() context: Context): Promise<string> {
    return this.cards.ofOrganisation(organisation, context, organisationVCard);
  }

  @FieldResolver(() => String, {
    description: `The organisation as JSON-LD with the words of schema.org. ${TELLS}`,
  })
  jsonLd(@Root() organisation: Organisation, @Ctx() context: Context): Promise<string> {
    return this.cards.ofOrganisation(organisation, context, organisationLinkedData);
  }

  @FieldResolver(() => String, {
    description: `The organisation as JSON of Popolo (popoloproject.com). ${TELLS}`,
  })
  popolo(@Root() organisation: Organisation, @Ctx() context: Context): Promise<string> {
    return this.cards.ofOrganisation(organisation, context, organisationPopolo);
  }
}

@Resolver(() => Person)
export class PersonCardResolver {
  constructor(private readonly cards: ContactCardService) {}

  @FieldResolver(() => String, {
    description: `They as a vCard 4.0 (RFC 6350), for address books. ${TELLS_OF_THEM}`,
  })
  @Personal(unlessPublic)
  vCard(@Root() person: Person, @Ctx() context: Context): Promise<string> {
    return this.cards.ofPerson(person, context, personVCard);
  }

  @FieldResolver(() => String, {
    description: `They as JSON-LD with the words of schema.org. ${TELLS_OF_THEM}`,
  })
  @Personal(unlessPublic)
  jsonLd(@Root() person: Person, @Ctx() context: Context): Promise<string> {
    return this.cards.ofPerson(person, context, personLinkedData);
  }

  @FieldResolver(() => String, {
    description: `They as JSON of Popolo (popoloproject.com). ${TELLS_OF_THEM}`,
  })
  @Personal(unlessPublic)
  popolo(@Root() person: Person, @Ctx() context: Context): Promise<string> {
    return this.cards.ofPerson(person, context, personPopolo);
  }
}
