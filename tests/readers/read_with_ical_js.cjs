// Reads a calendar from standard input with ical.js and prints its events as JSON, instants in UTC.
const { readFileSync } = require("node:fs");
const ICAL = require("ical.js");

const written = (time) =>
  time.isDate ? time.toString() : time.toJSDate().toISOString().replace(".000Z", "Z");
const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
const events = calendar.getAllSubcomponents("vevent").map((event) => {
  const value = (name) => event.getFirstPropertyValue(name);
  const time = (name) => (value(name) ? written(value(name)) : null);
  return {
    uid: value("uid"),
    sequence: value("sequence"),
    status: value("status"),
    summary: value("summary"),
    location: value("location"),
    description: value("description"),
    start: time("dtstart"),
    end: time("dtend"),
  };
});
console.log(JSON.stringify({ events }));
