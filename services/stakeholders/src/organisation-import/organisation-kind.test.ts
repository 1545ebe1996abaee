import { foldWords } from "@convene/shared/table/text-folding";
import { stakeholderCategoryTable } from "../stakeholder-category/stakeholder-category.repository.ts";
import { KIND_LABELS, kindReader } from "./organisation-kind.value.ts";

const categories = stakeholderCategoryTable.rows();
const kindOf = kindReader(categories);

describe("kindReader", () => {
  it.each([
    ["International NGO", "civil-society"],
    ["National NGO", "civil-society"],
    ["ONG Internacional", "civil-society"],
    ["ONG nationale", "civil-society"],
    ["United Nations", "un-system"],
    ["Naciones Unidas", "un-system"],
    ["Government", "member-state"],
    ["Gobierno", "member-state"],
    ["Donor", "foundation"],
    ["Donantes", "foundation"],
    ["Religious", "faith-based"],
    ["Iglesia - Grupo Religioso", "faith-based"],
    ["RED CROSS/RED CRESCENT", "red-cross-red-crescent"],
    ["Movimiento de la Cruz Roja Media Luna Roja", "red-cross-red-crescent"],
    ["Organismo Internacional", "intergovernmental"],
    ["Other", "other"],
    ["trade-unions", "trade-unions"],
    ["Academia", "academia"],
    ["Military", null],
    ["", null],
  ])("takes %s for %s", (label, id) => {
    expect(kindOf(label)).toBe(id);
  });

  it("agrees with the crosswalk to the organization types of HR.info", () => {
    // Numbers of HR.info's types, by the labels that its files write.
    const types = [
      ...[
        [431, "Academic / Research"],
        [433, "Donor"],
        [435, "Government"],
        [439, "Media"],
      ],
      ...[
        [438, "International Organization"],
        [441, "National NGO"],
        [443, "Other"],
      ],
      ...[
        [444, "Private sector"],
        [445, "Red Cross / Red Crescent"],
        [446, "Religious"],
      ],
      ...[[447, "United Nations"]],
    ] as const;
    for (const [number, label] of types) {
      const category = categories.find(({ id }) => id === kindOf(label));
      expect([label, category?.hrinfoOrganizationType]).toEqual([label, number]);
    }
  });

  it("means no category that the vocabulary has not, and by no label two", () => {
    const ids = categories.map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(Object.keys(KIND_LABELS)));
    expect(kindReader([])("Government")).toBeNull();
    const words = Object.values(KIND_LABELS).flatMap((labels) => labels.map(foldWords));
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
  });
});
