// Comfort only: every page works without it.
for (const area of document.querySelectorAll("textarea[data-drop]")) {
  area.addEventListener("dragover", (event) => event.preventDefault());
  area.addEventListener("drop", async (event) => {
    const file = event.dataTransfer.files[0];
    if (!file) return;
    event.preventDefault();
    area.value = await file.text();
    area.focus();
  });
}
// A form is sent once, however often it is pressed.
for (const form of document.querySelectorAll("form.edit")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "yes";
  });
}
addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent));
// A picture wider than its frame opens at the place where the decision stands.
for (const frame of document.querySelectorAll(".pp-scroll")) {
  const here = frame.querySelector(".pp-here, .pp-ended");
  if (here) frame.scrollLeft += here.getBoundingClientRect().left - frame.getBoundingClientRect().left - frame.clientWidth / 2;
}
