import { html } from "hono/html";
import type { Words } from "../layout/language.page.ts";
import type { Markup } from "../layout/layout.page.ts";

interface InvitationWords {
  readonly title: (network: string) => string;
  readonly about: (organisation: string) => Markup;
  readonly account: string;
  readonly accept: string;
  readonly signInFirst: string;
  readonly name: string;
  readonly nameHint: string;
  readonly wrongName: string;
  readonly agreed: string;
  readonly over: string;
  readonly overAbout: string;
  readonly acceptedBefore: string;
}

export const invitationWords: Words<InvitationWords> = {
  ar: {
    title: (network) => `شارك في ${network}`,
    about: (organisation) =>
      html`تدعوك أمانتها إلى المشاركة عن <strong>${organisation}</strong>. إن قبلت فسجل المنظمة لك:
        تصححه وتدعو زملاءك.`,
    account: "الحساب",
    accept: "قبول الدعوة",
    signInFirst:
      "لهذا العنوان حساب هنا بالفعل. للقبول ادخل إليه برابط نرسله إلى العنوان؛ وهو يعود بك إلى هذه الصفحة.",
    name: "اسمك",
    nameHint: "في البداية لا يراه إلا أهل المنظمة.",
    wrongName: "اكتب اسمك، في 300 حرف على الأكثر.",
    agreed:
      "بقبولك توافق على ما يُفعل ببياناتك: يُحفظ اسمك وعنوانك من أجل حسابك، وترى كل ما نحتفظ به عنك وتنزّله وتمحوه من صفحته، ولا يراك أحد آخر ما لم تقل ذلك.",
    over: "لم تعد هذه الدعوة صالحة",
    overAbout:
      "تصلح مرة واحدة ولمدة 30 يومًا، إلى أن تحل محلها رسالة أحدث أو تسحبها الأمانة أو يقبل غيرك عن المنظمة. اطلب من الأمانة دعوة جديدة.",
    acceptedBefore: "هل قبلتها من قبل؟ سجّل الدخول",
  },
  en: {
    title: (network) => `Take part in ${network}`,
    about: (organisation) =>
      html`Its secretariat invites you to take part for <strong>${organisation}</strong>. If you
        accept, the organisation’s record is yours: you can correct it, and bring colleagues in.`,
    account: "Account",
    accept: "Accept the invitation",
    signInFirst:
      "This address has an account here already. To accept, sign in to it by a link that we mail there; it leads back to this page.",
    name: "Your name",
    nameHint: "At first nobody but the organisation’s own people sees it.",
    wrongName: "Give your name, in at most 300 characters.",
    agreed:
      "By accepting you agree to what is done with your data: your name and address are kept for your account, you see, download and erase all that is held of you on its page, and nobody else sees you until you say so.",
    over: "This invitation does not work any more",
    overAbout:
      "It works once, for 30 days, until a newer mail takes its place, the secretariat takes it back, or somebody else has accepted for the organisation. Ask the secretariat for a new one.",
    acceptedBefore: "Have you accepted it before? Sign in",
  },
  es: {
    title: (network) => `Participe en ${network}`,
    about: (organisation) =>
      html`Su secretaría le invita a participar por <strong>${organisation}</strong>. Si acepta, la
        ficha de la organización es suya: puede corregirla e incorporar a colegas.`,
    account: "Cuenta",
    accept: "Aceptar la invitación",
    signInFirst:
      "Esta dirección ya tiene aquí una cuenta. Para aceptar, entre en ella con un enlace que enviamos allí; vuelve a esta página.",
    name: "Su nombre",
    nameHint: "Al principio solo lo ve la gente de la organización.",
    wrongName: "Dé su nombre, en 300 caracteres como mucho.",
    agreed:
      "Al aceptar está de acuerdo con lo que se hace con sus datos: su nombre y su dirección se guardan para su cuenta, en cuya página puede ver, descargar y borrar todo lo que se guarda de usted, y nadie más le ve hasta que usted lo diga.",
    over: "Esta invitación ya no sirve",
    overAbout:
      "Sirve una sola vez, durante 30 días, hasta que un correo más nuevo la sustituya, la secretaría la retire u otra persona acepte por la organización. Pida una nueva a la secretaría.",
    acceptedBefore: "¿La aceptó antes? Entre",
  },
  fr: {
    title: (network) => `Prenez part à ${network}`,
    about: (organisation) =>
      html`Son secrétariat vous invite à prendre part pour <strong>${organisation}</strong>. Si vous
        acceptez, la fiche de l’organisation est à vous : vous pouvez la corriger et faire venir des
        collègues.`,
    account: "Compte",
    accept: "Accepter l’invitation",
    signInFirst:
      "Cette adresse a déjà un compte ici. Pour accepter, connectez-vous-y par un lien que nous y envoyons ; il ramène à cette page.",
    name: "Votre nom",
    nameHint: "Au début, seuls les gens de l’organisation le voient.",
    wrongName: "Donnez votre nom, en 300 caractères au plus.",
    agreed:
      "En acceptant, vous consentez à ce qui est fait de vos données : votre nom et votre adresse sont conservés pour votre compte ; sur sa page, vous voyez, téléchargez et effacez tout ce qui est conservé sur vous, et personne d’autre ne vous voit tant que vous ne l’avez pas dit.",
    over: "Cette invitation ne fonctionne plus",
    overAbout:
      "Elle sert une seule fois, pendant 30 jours, jusqu’à ce qu’un courriel plus récent la remplace, que le secrétariat la retire ou que quelqu’un d’autre ait accepté pour l’organisation. Demandez-en une nouvelle au secrétariat.",
    acceptedBefore: "L’avez-vous déjà acceptée ? Connectez-vous",
  },
  ru: {
    title: (network) => `Участвуйте в ${network}`,
    about: (organisation) =>
      html`Секретариат приглашает вас участвовать от имени <strong>${organisation}</strong>. Если вы
        согласны, запись организации — ваша: её можно исправлять и приглашать коллег.`,
    account: "Учётная запись",
    accept: "Принять приглашение",
    signInFirst:
      "У этого адреса уже есть учётная запись. Чтобы принять, войдите в неё по ссылке, которую мы пришлём; она вернёт вас на эту страницу.",
    name: "Ваше имя",
    nameHint: "Сначала его видят только люди организации.",
    wrongName: "Укажите имя, не более 300 знаков.",
    agreed:
      "Принимая приглашение, вы соглашаетесь с тем, что делается с вашими данными: ваше имя и адрес хранятся для вашей учётной записи; на её странице вы видите, скачиваете и стираете всё, что о вас хранится, и никто другой не видит вас, пока вы этого не разрешите.",
    over: "Это приглашение больше не действует",
    overAbout:
      "Оно действует один раз и 30 дней, пока его не заменит новое письмо, не отзовёт секретариат или кто-то другой не примет его от имени организации. Попросите у секретариата новое.",
    acceptedBefore: "Уже приняли его? Войдите",
  },
  zh: {
    title: (network) => `参与 ${network}`,
    about: (organisation) =>
      html`其秘书处邀请您代表
        <strong>${organisation}</strong>
        参与。如果接受，该组织的记录由您管理：您可以更正并邀请同事。`,
    account: "账户",
    accept: "接受邀请",
    signInFirst: "此地址在这里已有账户。要接受邀请，请通过我们发送的链接登录；链接会带您回到此页。",
    name: "您的姓名",
    nameHint: "起初只有该组织的人能看到。",
    wrongName: "请填写姓名，最多 300 个字符。",
    agreed:
      "接受即表示您同意您的数据的处理方式：您的姓名和地址为您的账户而保存；您可在账户页面查看、下载并删除我们保存的关于您的一切；在您同意之前，其他人看不到您。",
    over: "此邀请已失效",
    overAbout:
      "邀请只能使用一次，30 天内有效；被更新的邮件取代、被秘书处撤回或他人已代表该组织接受后即失效。请向秘书处索取新的邀请。",
    acceptedBefore: "以前接受过？请登录",
  },
};
