// Shows a draft as it will be read while it is typed. Without this script the page has a button for it.
const form = document.querySelector("form.draft");
const preview = document.querySelector("article.issue");
const gone = document.getElementById("gone");
let timer;
let latest = 0;

async function look() {
  const number = ++latest;
  try {
    const answer = await fetch(form.dataset.preview, {
      method: "POST",
      body: new URLSearchParams(new FormData(form)),
    });
    gone.hidden = answer.status !== 401;
    if (answer.ok && number === latest) preview.innerHTML = await answer.text();
  } catch {
    // no network: what was shown last stays
  }
}

form.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(look, 300);
});
