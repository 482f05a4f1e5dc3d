// Shows data.paragraphs ([[text, quoted], …] each) as text nodes and brings the quote into view.
export default function ({ data, parentElement }) {
  const sheet = parentElement.querySelector(".sheet");
  sheet.lang = data.lang;
  sheet.replaceChildren(
    ...data.paragraphs.map((pieces) => {
      const paragraph = document.createElement("p");
      paragraph.dir = data.direction;
      for (const [text, quoted] of pieces) {
        const piece = document.createElement(quoted ? "mark" : "span");
        piece.textContent = text;
        paragraph.append(piece);
      }
      return paragraph;
    }),
  );
  const quote = sheet.querySelector("mark");
  if (!quote) return;
  const show = () => quote.scrollIntoView({ block: "center" });
  requestAnimationFrame(show);
  // Once more when the panel has slid in and has its final size.
  const timer = setTimeout(show, 350);
  return () => clearTimeout(timer);
}
