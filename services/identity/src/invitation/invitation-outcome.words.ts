import { html } from "hono/html";
import type { Words } from "../layout/language.page.ts";
import type { Markup } from "../layout/layout.page.ts";

interface OutcomeWords {
  readonly accepted: string;
  readonly acceptedAbout: (organisation: string) => Markup;
  readonly granted: (network: string) => string;
  readonly grantedAbout: (organisation: string) => Markup;
  readonly refused: string;
  readonly refusedAbout: (organisation: string) => Markup;
  readonly askOthers: (network: string) => string;
}

export const outcomeWords: Words<OutcomeWords> = {
  ar: {
    accepted: "لحظة أخرى",
    acceptedAbout: (organisation) =>
      html`قبلت الدعوة عن <strong>${organisation}</strong>. يجري تدوينها؛ أعد تحميل الصفحة لترى ما
        كان.`,
    granted: (network) => `أهلًا بك في ${network}`,
    grantedAbout: (organisation) =>
      html`<strong>${organisation}</strong> في عهدتك: تصحح سجلها، وتحدد من يراه، وتدعو زملاءك.`,
    refused: "لم ينجح ذلك",
    refusedAbout: (organisation) =>
      html`لديك حساب، لكن <strong>${organisation}</strong> لم تُعطَ لك: هناك من يعتني بسجلها، أو سُحبت
        الدعوة، أو لم تعد المنظمة في الشبكة.`,
    askOthers: (network) => `اسأل زملاءك أو أمانة ${network}.`,
  },
  en: {
    accepted: "One moment more",
    acceptedAbout: (organisation) =>
      html`You have accepted the invitation for <strong>${organisation}</strong>. It is being
        written down; load this page again to see what came of it.`,
    granted: (network) => `Welcome to ${network}`,
    grantedAbout: (organisation) =>
      html`<strong>${organisation}</strong> is yours to look after: you can correct its record, say
        who sees it, and bring colleagues in.`,
    refused: "This did not work out",
    refusedAbout: (organisation) =>
      html`You have an account, but <strong>${organisation}</strong> was not given to you: somebody
        else looks after its record already, or the invitation was taken back, or the organisation
        is not in the network any more.`,
    askOthers: (network) => `Ask your colleagues, or the secretariat of ${network}.`,
  },
  es: {
    accepted: "Un momento más",
    acceptedAbout: (organisation) =>
      html`Ha aceptado la invitación por <strong>${organisation}</strong>. Se está anotando; vuelva
        a cargar esta página para ver el resultado.`,
    granted: (network) => `Le damos la bienvenida a ${network}`,
    grantedAbout: (organisation) =>
      html`<strong>${organisation}</strong> está a su cargo: puede corregir su ficha, decir quién la
        ve e incorporar a colegas.`,
    refused: "No ha podido ser",
    refusedAbout: (organisation) =>
      html`Tiene una cuenta, pero no se le ha dado <strong>${organisation}</strong>: otra persona ya
        cuida su ficha, o se retiró la invitación, o la organización ya no está en la red.`,
    askOthers: (network) => `Pregunte a sus colegas o a la secretaría de ${network}.`,
  },
  fr: {
    accepted: "Encore un instant",
    acceptedAbout: (organisation) =>
      html`Vous avez accepté l’invitation pour <strong>${organisation}</strong>. Elle est en cours
        d’enregistrement ; rechargez cette page pour voir la suite.`,
    granted: (network) => `Bienvenue dans ${network}`,
    grantedAbout: (organisation) =>
      html`<strong>${organisation}</strong> est sous votre garde : vous pouvez corriger sa fiche,
        dire qui la voit et faire venir des collègues.`,
    refused: "Cela n’a pas abouti",
    refusedAbout: (organisation) =>
      html`Vous avez un compte, mais <strong>${organisation}</strong> ne vous a pas été confiée :
        quelqu’un s’occupe déjà de sa fiche, ou l’invitation a été retirée, ou l’organisation n’est
        plus dans le réseau.`,
    askOthers: (network) => `Demandez à vos collègues ou au secrétariat de ${network}.`,
  },
  ru: {
    accepted: "Ещё минуту",
    acceptedAbout: (organisation) =>
      html`Вы приняли приглашение от имени <strong>${organisation}</strong>. Оно записывается;
        обновите страницу, чтобы увидеть итог.`,
    granted: (network) => `Добро пожаловать в ${network}`,
    grantedAbout: (organisation) =>
      html`<strong>${organisation}</strong> теперь на вас: можно исправлять запись, решать, кто её
        видит, и приглашать коллег.`,
    refused: "Не получилось",
    refusedAbout: (organisation) =>
      html`У вас есть учётная запись, но <strong>${organisation}</strong> вам не передана: за
        записью уже кто-то следит, или приглашение отозвано, или организации больше нет в сети.`,
    askOthers: (network) => `Спросите коллег или секретариат ${network}.`,
  },
  zh: {
    accepted: "请稍候",
    acceptedAbout: (organisation) =>
      html`您已接受代表
        <strong>${organisation}</strong> 的邀请。正在登记；请重新加载此页查看结果。`,
    granted: (network) => `欢迎加入 ${network}`,
    grantedAbout: (organisation) =>
      html`<strong>${organisation}</strong> 由您管理：您可以更正其记录，决定谁能看到，并邀请同事。`,
    refused: "未能成功",
    refusedAbout: (organisation) =>
      html`您有账户，但
        <strong>${organisation}</strong>
        未交给您：已有他人管理其记录，或邀请已撤回，或该组织已不在网络中。`,
    askOthers: (network) => `请询问您的同事或 ${network} 的秘书处。`,
  },
};
