import { createHarness } from "@convene/shared/testing/harness";
import { admin } from "@convene/shared/testing/viewers";
import { newId } from "@convene/shared/type-id";
import { createFactories, errorOf } from "../../test/factories.ts";
import { workingGroups } from "../definition.ts";

const harness = createHarness(workingGroups);
const { execute, service } = harness;
const { buildGroup, buildOrganisation, buildPerson } = createFactories(harness);

const ADD = `mutation ($input: AddSeatInput!) { addSeat(input: $input) { organisation { id } } }`;

afterEach(() => {
  jest.restoreAllMocks();
});

describe("what a write names of the stakeholders", () => {
  it("is found also when it was made a moment ago, and its change is still on the way", async () => {
    const [group, organisation] = [await buildGroup(), newId("org")];
    const { feeds } = service().parts;
    const catchUp = jest.spyOn(feeds, "catchUpOn");
    catchUp.mockImplementationOnce(async () => {
      await buildOrganisation({ id: organisation });
    });
    const { data } = await execute(ADD, { viewer: admin, input: { group, organisation } });
    expect(data.addSeat.organisation.id).toBe(organisation);
    expect(catchUp).toHaveBeenCalledWith("stakeholders", expect.any(Function));
  });

  it("does not read the feed when everything is known", async () => {
    const input = {
      group: await buildGroup(),
      organisation: await buildOrganisation(),
      delegate: await buildPerson(),
    };
    const catchUp = jest.spyOn(service().parts.feeds, "catchUpOn");
    const { errors } = await execute(ADD, { viewer: admin, input });
    expect(errors).toBeUndefined();
    expect(catchUp).not.toHaveBeenCalled();
  });

  it("is NOT_FOUND when the feed does not tell of it either", async () => {
    const input = { group: await buildGroup(), organisation: newId("org") };
    const catchUp = jest.spyOn(service().parts.feeds, "catchUpOn");
    expect(errorOf(await execute(ADD, { viewer: admin, input }))).toEqual({
      code: "NOT_FOUND",
      type: "Organisation",
    });
    expect(catchUp).toHaveBeenCalledTimes(1);
  });
});
