package io.mediapreflight.probe.video;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The four characters by which sample entries name the codec of a video. */
public final class CodecNames {
    private static final int LENGTH = 4;

    private CodecNames() {}

    /** Whether some decoder goes by this name; players ignore case. */
    public static boolean isVideo(String name) {
        return switch (name) {
            case "avc1", "avc3", "hvc1", "hev1", "av01", "vp09", "mp4v" -> true;
            default -> Rare.ALL.contains(name.toLowerCase(Locale.ROOT));
        };
    }

    /** Made when a file names none of the codecs that nearly all files name. */
    private static final class Rare {
        /**
         * In lower case, each with a space behind it: the sample entries for video registered at mp4ra.org, those of QuickTime, and
         * those of AVI that players take from QuickTime and MP4 too.
         */
        private static final String NAMES =
                "012v 24bg 2vu1 2vuy 3iv2 3ivd 4xmv 8bps a12v a3d1 a3d2 a3d3 a3d4 aas4 aasc abgr acdv aflc agm0 agm1 agm2 agm3 "
                        + "agm4 agm5 agm6 agm7 ai12 ai13 ai15 ai16 ai1p ai1q ai52 ai53 ai55 ai56 ai5p ai5q aivx amvf ap41 ap4c ap4h ap4x "
                        + "apch apcn apco apcs aprh aprn apv1 arbc asv1 asv2 aur2 aura auv2 av01 av02 av1x av32 avc1 avc2 avc3 avc4 avd1 "
                        + "avdh avdj avdn avdv avi1 avi2 avin avj2 avlg avmp avrn avrp avs2 avs3 avst avui avup ayuv azpr b16g b32a b48r "
                        + "b565 b64a bggr bgra blz0 bt20 bw10 bxbg bxrg bxy2 bxyv c210 cavs cdv5 cdvc cdvh cfhd chqx cjpg cljr cllc col0 "
                        + "col1 cram cscd cuvc cvid cyuv dav1 davc dcod digi div1 div2 div3 div4 div5 div6 divx dm4v dmb1 dmk2 dpx  dra1 "
                        + "drac drex duck dv25 dv50 dv5n dv5p dva1 dvav dvc  dvc1 dvcp dvcs dvh1 dvh2 dvh3 dvh4 dvh5 dvh6 dvhd dvhe dvhp "
                        + "dvhq dvi1 dvis dvl  dvlp dvoo dvpp dvr  dvsd dvsl dvx3 dx50 dxd3 dxdi dxgm dym4 e130 em2v em4a encv ephv evc1 "
                        + "evs1 evs2 exr  ffds ffv1 ffvh ficv flic flv1 flv4 fmp4 fmvc fps1 frwu fsv1 fvfw g264 g2m2 g2m3 g2m4 g2m5 gavc "
                        + "geov geox gif  glv4 gmp4 grey gtm4 gxve h261 h263 h264 hap1 hap5 hap7 hapa haph hapm hapy hdv1 hdv2 hdv3 hdv4 "
                        + "hdv5 hdv6 hdv7 hdv8 hdv9 hdva hdx4 hdyc hev1 hev2 hev3 hfyu hvc1 hvc2 hvc3 hvt1 hvt2 hvt3 hymt i09b i09l i0ab "
                        + "i0al i0cb i0cl i0fb i0fl i263 i29b i29l i2ab i2al i2cb i2cl i40a i410 i411 i420 i422 i42a i440 i444 i49b i49l "
                        + "i4ab i4al i4cb i4cl i4fb i4fl icod icpv ijlv ijpg imm4 imm5 inmc ipj2 iscc iv31 iv32 iv41 iv50 iyuv j2h1 j2k1 "
                        + "j2ki j420 j422 j440 j444 jpeg jpgl jr24 jxs1 jxsm kgv1 kmvc l263 l555 l565 l64r lags lhe1 lht1 lhv1 lj2c lj2k "
                        + "ljpg lm20 lmp2 loco lscr lsvm m0g0 m0r0 m0ra m0rg m0y0 m0y2 m0y4 m101 m102 m1v  m1v1 m263 m2ra m2rg m2v1 m4ae "
                        + "m4cc m4s2 m4t3 m701 m702 m703 m704 m705 m8g0 m8ra m8rg m8y0 m8y2 m8y4 m8ya magy mj2c mjls mjp2 mjpa mjpb mjpg "
                        + "mjpx mmes mmjp mng  mnm4 mp1v mp2v mp41 mp42 mp43 mp4s mp4v mpeg mpg1 mpg2 mpg3 mpg4 mpgv mpng mrle msa1 msc2 "
                        + "mscc mss1 mss2 msvc mszh mts2 mtsj mv30 mvc1 mvc2 mvc3 mvc4 mvd1 mvd2 mvd3 mvd4 mvdv mvha mvjp mvxm mwsc mx3n "
                        + "mx3p mx4n mx4p mx5n mx5p nclc nlc1 no16 nv12 nv21 ovc1 p422 pdvc pim1 pim2 plv1 pm4v png  png1 pvez pxlt q1.0 "
                        + "q1.1 q264 qdrw qivg qkbk qmp4 qpeg r10g r10k r210 r408 r411 r420 r4fl rasc raw  resv rgb2 rgba rle  rle1 rmp4 "
                        + "rpza rscc rt21 rv15 rv16 rv24 rv32 rv40 rv60 rv64 s263 scpr sedg sgi  shq0 shq1 shq2 shq3 shq4 shq5 shq7 shq9 "
                        + "shr0 shr1 shr2 shr3 shr4 shr5 shr6 shr7 sipp sl25 sldv slif slmj sm4v smc  smp4 smv2 sn40 snow sp54 spv1 srgc "
                        + "suds svc1 svc2 svq1 svq3 svqi t263 tdsc tga  theo tiff tm20 tr20 tsc2 tscc tshd u263 ucod uldx ulh0 ulh2 ulh4 "
                        + "ulra ulrg ulti uly0 uly2 uly4 umh2 umh4 ump4 umra umrg umsv umy2 umy4 unci uncv uqra uqrg uqy0 uqy2 uynv uyny "
                        + "uyv1 uyvy v210 v216 v264 v308 v408 v410 v422 vble vc-1 vcr1 vcr2 vdtz vidm vixl vmnc vp08 vp09 vp10 vp30 vp31 "
                        + "vp40 vp50 vp60 vp61 vp62 vp6a vp6f vp70 vp71 vp80 vp90 vsm4 vspx vssh vvc1 vvcn vvi1 vvs1 vvs2 vx1k vyuy wawv "
                        + "wcmv wham wmv1 wmv2 wmv3 wmva wmvp wnv1 wraw wrle wv1f wvc1 wvp2 x263 x264 xalg xd51 xd54 xd55 xd59 xd5a xd5b "
                        + "xd5c xd5d xd5e xd5f xdh2 xdhd xdv1 xdv2 xdv3 xdv4 xdv5 xdv6 xdv7 xdv8 xdv9 xdva xdvb xdvc xdvd xdve xdvf xmpg "
                        + "xtor xvid xvix xxan y216 y411 y41b y41p y422 y42b y8   y800 ylc0 yunv yuv2 yuv4 yuv8 yuv9 yuva yuvs yuy2 yuyv "
                        + "yv12 yv16 yv24 yvu9 yvyu zeco zjpg zlib zmbv zmp4 zygo ";

        static final Set<String> ALL = all();

        private static Set<String> all() {
            Set<String> all = new HashSet<>();
            for (int at = 0; at < NAMES.length(); at += LENGTH + 1) {
                all.add(NAMES.substring(at, at + LENGTH));
            }
            return Set.copyOf(all);
        }
    }
}
