package cn.quality.standards.watch;

import cn.quality.standards.number.StandardNumber;

/** A number on a list, as it was spelled and as it is found. */
record WatchedNumber(String spelled, String key, String match) {

    static WatchedNumber of(StandardNumber number) {
        return new WatchedNumber(
                number.original(), number.canonical(), number.dated() ? number.canonical() : number.family());
    }
}
