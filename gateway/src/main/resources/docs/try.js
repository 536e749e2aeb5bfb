// Starts the viewer on the merged document and gives it the token of the chosen sample.
"use strict";
const viewer = SwaggerUIBundle({
  url: "/docs/openapi.json",
  dom_id: "#viewer",
  docExpansion: "none",
  defaultModelsExpandDepth: -1,
  filter: true,
  validatorUrl: null,
});
const sample = document.getElementById("sample");
let shown = false;
sample?.addEventListener("change", async () => {
  const state = document.getElementById("sample-state");
  if (shown) viewer.authActions.logout(["token"]);
  shown = false;
  state.textContent = "";
  if (sample.value === "") return;
  const answer = await fetch("/docs/sample-tokens/" + encodeURIComponent(sample.value), { method: "POST" });
  shown = answer.ok;
  if (shown) viewer.preauthorizeApiKey("token", (await answer.json()).access_token);
  state.textContent = answer.ok ? state.dataset.ready : state.dataset.none;
});
