import { Personal, whoIsNamed } from "@convene/shared/audit/personal";
import { loadMaybe } from "@convene/shared/loaders";
import type { Site } from "@convene/shared/site";
import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { Context } from "../context.ts";
import { PersonStub } from "../person/person.stub.ts";
import { PaperVersion } from "./paper-version.entity.ts";
import { downloadUrlFor, isLate, isUploaderHidden } from "./paper-version.loaders.ts";

@Resolver(() => PaperVersion)
class PaperVersionResolver {
  constructor(private readonly site: Site) {}

  @FieldResolver(() => PersonStub, {
    nullable: true,
    description:
      "Who has sent it. Null where they are gone or hidden, and under the Chatham House Rule.",
  })
  @Personal(whoIsNamed)
  uploader(@Root() version: PaperVersion, @Ctx() { loaders }: Context) {
    return isUploaderHidden(version, loaders).then((isHidden) =>
      isHidden ? null : loadMaybe(loaders.person, version.uploaderId),
    );
  }

  @FieldResolver(() => Boolean, {
    description: "Whether it came after the day until which papers were to be there.",
  })
  isLate(@Root() version: PaperVersion, @Ctx() { loaders }: Context): Promise<boolean> {
    return isLate(version, loaders);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "Where the viewer downloads it within ten minutes: a path on the address of the graph, which speaks with their roles in the graph at that moment. Null for all who do not sit there by these.",
  })
  downloadUrl(@Root() version: PaperVersion, @Ctx() context: Context): Promise<string | null> {
    return downloadUrlFor(version, { context, site: this.site });
  }
}

export const paperVersionResolvers = (site: Site) => [new PaperVersionResolver(site)];
