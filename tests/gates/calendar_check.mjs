// Prints the events of a calendar as ical.js reads them: [[uid, start, end, title, text], …] as JSON.
const [, , library, file] = process.argv;
const { default: ICAL } = await import(library);
const { readFileSync } = await import("node:fs");
const calendar = new ICAL.Component(ICAL.parse(readFileSync(file, "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(new ICAL.Timezone(zone));
const events = calendar.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component);
  return [event.uid, event.startDate.toString(), event.endDate.toString(), event.summary, event.description];
});
console.log(JSON.stringify(events));
