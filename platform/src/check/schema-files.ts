import { composeSupergraph } from "@convene/gateway/composition/composition";
import type { ServiceDefinition } from "@convene/shared/service/service-definition";
import { printSdl } from "@convene/shared/subgraph/print-sdl";

export interface SchemaFile {
  /** From the top of the checkout. */
  readonly path: string;
  readonly text: string;
}

/**
 * The committed schemas as the code makes them now: each service's own, and the supergraph that
 * they compose to.
 *
 * @throws CompositionError when they do not fit together
 */
export function freshSchemas(definitions: readonly ServiceDefinition[]): readonly SchemaFile[] {
  const services = definitions
    .map((definition) => ({ name: definition.name, sdl: printSdl(definition) }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return [
    ...services.map(({ name, sdl }) => ({ path: `services/${name}/schema.graphql`, text: sdl })),
    { path: "gateway/supergraph.graphql", text: composeSupergraph(services).supergraph },
  ];
}
