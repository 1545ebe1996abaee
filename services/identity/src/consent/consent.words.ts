import type { Words } from "../layout/language.page.ts";
import type { ConsentKind } from "./consent.enum.ts";

interface ConsentWords {
  readonly title: string;
  readonly none: string;
  readonly kinds: Readonly<Record<ConsentKind, string>>;
  readonly agreed: (day: string) => string;
  readonly withdrawn: (day: string) => string;
  /** The buttons. */
  readonly haveRead: string;
  readonly list: string;
  readonly unlist: string;
}

/** What somebody has agreed to, and how they do so or withdraw it. */
export const consentWords: Words<ConsentWords> = {
  ar: {
    title: "ما وافقت عليه",
    none: "لا شيء حتى الآن.",
    kinds: {
      PRIVACY_NOTICE: "ما يُفعل ببياناتك",
      PUBLIC_LISTING: "يمكن للجميع رؤية ملفك",
    },
    agreed: (day) => `وافقت في ${day}`,
    withdrawn: (day) => `سحبت الموافقة في ${day}`,
    haveRead: "قرأت ما يُفعل ببياناتي",
    list: "ليرني الجميع",
    unlist: "أظهروني لشبكاتي وحدها",
  },
  en: {
    title: "What you have agreed to",
    none: "Nothing so far.",
    kinds: {
      PRIVACY_NOTICE: "What is done with your data",
      PUBLIC_LISTING: "Everybody may see your profile",
    },
    agreed: (day) => `agreed on ${day}`,
    withdrawn: (day) => `withdrawn on ${day}`,
    haveRead: "I have read what is done with my data",
    list: "Let everybody see me",
    unlist: "Show me to my networks alone",
  },
  es: {
    title: "A qué ha dado su acuerdo",
    none: "Nada por ahora.",
    kinds: {
      PRIVACY_NOTICE: "Qué se hace con sus datos",
      PUBLIC_LISTING: "Todo el mundo puede ver su perfil",
    },
    agreed: (day) => `aceptado el ${day}`,
    withdrawn: (day) => `retirado el ${day}`,
    haveRead: "He leído qué se hace con mis datos",
    list: "Que todo el mundo me vea",
    unlist: "Mostrarme solo a mis redes",
  },
  fr: {
    title: "Ce que vous avez accepté",
    none: "Rien jusqu’ici.",
    kinds: {
      PRIVACY_NOTICE: "Ce qui est fait de vos données",
      PUBLIC_LISTING: "Tout le monde peut voir votre profil",
    },
    agreed: (day) => `accepté le ${day}`,
    withdrawn: (day) => `retiré le ${day}`,
    haveRead: "J’ai lu ce qui est fait de mes données",
    list: "Que tout le monde me voie",
    unlist: "Ne me montrer qu’à mes réseaux",
  },
  ru: {
    title: "На что вы согласились",
    none: "Пока ни на что.",
    kinds: {
      PRIVACY_NOTICE: "Что делается с вашими данными",
      PUBLIC_LISTING: "Ваш профиль видят все",
    },
    agreed: (day) => `согласие дано ${day}`,
    withdrawn: (day) => `согласие отозвано ${day}`,
    haveRead: "Я знаю, что делается с моими данными",
    list: "Показывать меня всем",
    unlist: "Показывать меня только моим сетям",
  },
  zh: {
    title: "您已同意的事项",
    none: "目前没有。",
    kinds: {
      PRIVACY_NOTICE: "如何处理您的数据",
      PUBLIC_LISTING: "所有人都可以看到您的资料",
    },
    agreed: (day) => `${day} 已同意`,
    withdrawn: (day) => `${day} 已撤回`,
    haveRead: "我已阅读如何处理我的数据",
    list: "让所有人看到我",
    unlist: "仅向我的网络显示我",
  },
};
