// A running audit tells how far it is; when it has ended, the page is asked for anew.
(() => {
  const live = document.querySelector("[data-progress]");
  if (!live) return;
  const bar = live.querySelector("progress");
  const state = live.querySelector(".state");
  const look = async () => {
    try {
      const answer = await fetch(live.dataset.progress, { credentials: "same-origin", redirect: "error" });
      if (!answer.ok) return;
      const now = await answer.json();
      if (!now.running) {
        location.reload();
        return;
      }
      bar.max = now.total;
      bar.value = now.done;
      if (state.textContent !== now.text) state.textContent = now.text;
    } catch (gone) {
      // the server is away for a while, or one is signed out: the page stays as it is
    }
    setTimeout(look, 2000);
  };
  setTimeout(look, 2000);
})();
// A page that is made for paper is printed by its own button.
for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => print());
// One box ticks all of its page; it needs this script, and so it is not there without.
for (const box of document.querySelectorAll("[data-choose]")) {
  const boxes = document.getElementsByName(box.dataset.choose);
  box.hidden = false;
  box.addEventListener("change", () => {
    for (const other of boxes) other.checked = box.checked;
  });
}
// A file that the server would not take is not sent first.
for (const file of document.querySelectorAll("input[type=file][data-most]")) file.addEventListener("change", () =>
  file.setCustomValidity([...file.files].some((one) => one.size > Number(file.dataset.most)) ? file.dataset.large : ""));
// What was put in for another conclusion than the one that is chosen is not sent.
for (const kind of document.querySelectorAll(".decide select[name=kind]")) {
  const fit = () => {
    for (const part of kind.closest(".decide").querySelectorAll("[data-of] input")) {
      part.disabled = part.closest("[data-of]").dataset.of !== kind.value;
    }
  };
  kind.addEventListener("change", fit);
  addEventListener("pageshow", fit);
}
// On a phone a list begins with its findings, and not with what they can be filtered by.
if (matchMedia("(max-width: 40rem)").matches) for (const part of document.querySelectorAll("[data-fold]")) part.open = false;
