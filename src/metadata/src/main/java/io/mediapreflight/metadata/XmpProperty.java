package io.mediapreflight.metadata;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The properties about people, places and devices (XMP specification part 2, IPTC Photo Metadata, EXIF for XMP). */
enum XmpProperty {
    EXIF_LATITUDE(Space.EXIF, "GPSLatitude"),
    EXIF_LONGITUDE(Space.EXIF, "GPSLongitude"),
    DRONE_LATITUDE(Space.DRONE, "GpsLatitude"),
    DRONE_LONGITUDE(Space.DRONE, "GpsLongitude"),
    CITY(Revealed.CITY, Space.PHOTOSHOP, "City"),
    SUBLOCATION(Revealed.PLACE, Space.IPTC_CORE, "Location"),
    CITY_IN_STRUCTURE(Revealed.CITY, Space.IPTC_EXTENSION, "City"),
    SUBLOCATION_IN_STRUCTURE(Revealed.PLACE, Space.IPTC_EXTENSION, "Sublocation"),
    CREATOR(Revealed.CREATOR, Space.DUBLIN_CORE, "creator"),
    ARTIST(Revealed.ARTIST, Space.TIFF, "Artist"),
    RIGHTS_OWNER(Revealed.OWNER, Space.RIGHTS, "Owner"),
    OWNER_NAME(Revealed.OWNER_NAME, Space.AUX, "OwnerName"),
    CAMERA_OWNER_NAME(Revealed.OWNER_NAME, Space.EXIF_EX, "CameraOwnerName"),
    PERSON_SHOWN(Revealed.PERSON_SHOWN, Space.IPTC_EXTENSION, "PersonInImage"),
    REGION_NAME(Revealed.REGION, Space.REGIONS, "Name"),
    SERIAL_NUMBER(Revealed.CAMERA_SERIAL, Space.AUX, "SerialNumber"),
    LENS_SERIAL_NUMBER(Revealed.LENS_SERIAL, Space.AUX, "LensSerialNumber"),
    BODY_SERIAL_NUMBER(Revealed.BODY_SERIAL, Space.EXIF_EX, "BodySerialNumber"),
    LENS_SERIAL_NUMBER_EX(Revealed.LENS_SERIAL, Space.EXIF_EX, "LensSerialNumber"),
    DRONE_SERIAL_NUMBER(Revealed.DRONE_SERIAL, Space.DRONE, "DroneSerialNumber"),
    DRONE_CAMERA_SERIAL_NUMBER(Revealed.CAMERA_SERIAL, Space.DRONE, "CameraSerialNumber");

    private static final class Space {
        static final String EXIF = "http://ns.adobe.com/exif/1.0/";
        static final String EXIF_EX = "http://cipa.jp/exif/1.0/";
        static final String AUX = "http://ns.adobe.com/exif/1.0/aux/";
        static final String TIFF = "http://ns.adobe.com/tiff/1.0/";
        static final String PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/";
        static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
        static final String RIGHTS = "http://ns.adobe.com/xap/1.0/rights/";
        static final String IPTC_CORE = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";
        static final String IPTC_EXTENSION = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
        static final String REGIONS = "http://www.metadataworkinggroup.com/schemas/regions/";
        static final String DRONE = "http://www.dji.com/drone-dji/1.0/";
    }

    private static final Map<String, XmpProperty> BY_NAME = byName();

    private final Optional<Revealed> what;
    private final String space;
    private final String name;

    /** A coordinate, which reveals nothing without the other. */
    XmpProperty(String space, String name) {
        this(Optional.empty(), space, name);
    }

    XmpProperty(Revealed what, String space, String name) {
        this(Optional.of(what), space, name);
    }

    XmpProperty(Optional<Revealed> what, String space, String name) {
        this.what = what;
        this.space = space;
        this.name = name;
    }

    /** The property of this name; empty where it is of no interest. A name without a namespace is no property. */
    static Optional<XmpProperty> of(String space, String name) {
        return Optional.ofNullable(BY_NAME.get(space + ' ' + name));
    }

    /** What it names; empty for a coordinate. */
    Optional<Revealed> what() {
        return what;
    }

    private static Map<String, XmpProperty> byName() {
        Map<String, XmpProperty> map = new HashMap<>();
        for (XmpProperty property : values()) {
            map.put(property.space + ' ' + property.name, property);
        }
        return Map.copyOf(map);
    }
}
