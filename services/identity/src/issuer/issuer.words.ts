import type { Words } from "../layout/language.page.ts";

interface IssuerWords {
  readonly away: string;
  readonly awayAbout: string;
  readonly refused: string;
  readonly refusedAbout: string;
}

export const issuerWords: Words<IssuerWords> = {
  ar: {
    away: "لا يوجد رد",
    awayAbout: "الطرف الآخر لا يرد الآن. حاول بعد قليل.",
    refused: "لست معروفًا هنا بذلك",
    refusedAbout:
      "يجب أن يكون هنا حساب بالعنوان نفسه، مثبت لدى الطرفين. ربما لا حساب لك بعد، أو عنوانك غيره.",
  },
  en: {
    away: "It does not answer",
    awayAbout: "The other side does not answer at the moment. Try again in a while.",
    refused: "You are not known here by that",
    refusedAbout:
      "There must be an account here of the same mail address, proven on both sides. Perhaps you have none yet, or another address.",
  },
  es: {
    away: "No responde",
    awayAbout: "La otra parte no responde en este momento. Inténtelo dentro de un rato.",
    refused: "Con eso no se le conoce aquí",
    refusedAbout:
      "Debe haber aquí una cuenta con la misma dirección, comprobada en ambos lados. Quizá aún no la tiene, o tiene otra dirección.",
  },
  fr: {
    away: "Pas de réponse",
    awayAbout: "L’autre côté ne répond pas pour le moment. Réessayez dans un instant.",
    refused: "Vous n’êtes pas connu ici par cela",
    refusedAbout:
      "Il doit exister ici un compte de la même adresse, prouvée des deux côtés. Peut-être n’en avez-vous pas encore, ou une autre adresse.",
  },
  ru: {
    away: "Нет ответа",
    awayAbout: "Другая сторона сейчас не отвечает. Попробуйте чуть позже.",
    refused: "Под этим вас здесь не знают",
    refusedAbout:
      "Здесь должна быть учётная запись с тем же адресом, подтверждённым с обеих сторон. Возможно, её ещё нет или адрес другой.",
  },
  zh: {
    away: "没有响应",
    awayAbout: "对方目前没有响应，请稍后再试。",
    refused: "此身份在这里不存在",
    refusedAbout:
      "此处必须有相同邮箱地址的账户，且双方均已验证。您可能还没有账户，或使用了其他地址。",
  },
};
